import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../shared/ids.ts'
import { FULL_ACTIVITY } from './metrics.ts'
import { channels, influencers, rates } from './schema.ts'

/**
 * Brings an influencer's derived columns into step with channels and rates: the statement to put last in every
 * batch that changes either. Says the same as `figuresOf`, and a test holds them against each other.
 */
export function recomputeMetrics(influencerId: UserId | SQL): SQL {
  return sql`update ${influencers} set
    (followers, reach, engagement_rate) = (
      select
        coalesce(sum(followers), 0),
        coalesce(sum((followers * min(posts_last_30_days, ${full}) + ${full} / 2) / ${full}), 0),
        coalesce(sum(iif(followers > 0, average_likes + average_comments, 0)) * 1.0 / nullif(sum(followers), 0), 0)
      from ${channels} where influencer_id = ${influencerId}
    ),
    lowest_price = (select min(price) from ${rates} where influencer_id = ${influencerId})
    where user_id = ${influencerId}`
}

// Written into the text: as a parameter it would travel as a float and make every division one.
const full = sql.raw(String(FULL_ACTIVITY))
