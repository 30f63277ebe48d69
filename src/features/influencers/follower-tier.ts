import type { Column, SQL } from 'drizzle-orm'
import { stepSql } from '../../platform/db/step-sql.ts'
import { type FollowerTier, followerTiers } from '../../shared/follower-tier.ts'

/** The SQL expression for the tier of a number of followers. It has no parameters, so triggers can use it. */
export function followerTierSql(followers: Column | SQL): SQL<FollowerTier> {
  return stepSql(followers, followerTiers)
}
