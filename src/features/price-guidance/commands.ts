import { type SQL, sql } from 'drizzle-orm'
import { insertEach } from '../../platform/db/insert-each.ts'
import { stepSql } from '../../platform/db/step-sql.ts'
import { followerTiers } from '../../shared/follower-tier.ts'
import type { AdRequestId, UserId } from '../../shared/ids.ts'
import { influencers } from '../influencers/schema.ts'
import { unitPriceOf } from './price-range.ts'
import { agreedPrices } from './schema.ts'

interface Agreement {
  readonly adRequestId: AdRequestId
  readonly sponsorId: UserId
  readonly influencerId: UserId
  readonly terms: Parameters<typeof unitPriceOf>[0]
  readonly now: number
}

/** The statements that keep what was agreed for one deliverable, for the batch that makes the agreement. */
export function recordAgreedPrice({ terms, now, ...parties }: Agreement): SQL[] {
  const price = unitPriceOf(terms)
  if (price === null) return []
  const { category, followers, userId } = influencers
  return [
    insertEach(
      agreedPrices,
      {
        ...parties,
        ...price,
        category: sql`${category}`,
        tier: stepSql(followers, followerTiers),
        agreedAt: now,
      },
      sql`from ${influencers} where ${userId} = ${parties.influencerId}`,
    ),
  ]
}
