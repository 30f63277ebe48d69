import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../shared/ids.ts'
import { FULL_ACTIVITY } from './metrics.ts'
import { channels, influencers, rates } from './schema.ts'

/**
 * Updates an influencer's derived columns. It comes last in every batch that changes their channels or rates. A test
 * compares the result with `metricsOf`.
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

// Part of the SQL text, because a bound number is a float and would turn integer division into float division.
const full = sql.raw(String(FULL_ACTIVITY))
