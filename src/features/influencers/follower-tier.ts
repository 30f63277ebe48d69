import { type Column, type SQL, sql } from 'drizzle-orm'
import { literal } from '../../platform/db/literals.ts'
import { type FollowerTier, followerTierKeys, followerTiers } from '../../shared/follower-tier.ts'

/** The SQL expression for the tier of a number of followers. It has no parameters, so triggers can use it. */
export function followerTierSql(followers: Column | SQL): SQL<FollowerTier> {
  const largestFirst = followerTierKeys.toReversed()
  const cases = largestFirst.map(
    (key) => sql`when ${followers} >= ${sql.raw(String(followerTiers[key].from))} then ${literal(key)}`,
  )
  return sql<FollowerTier>`case ${sql.join(cases, sql` `)} end`
}
