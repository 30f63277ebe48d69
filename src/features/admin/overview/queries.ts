import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { selectAppeals } from '../../flags/queries.ts'
import { flags } from '../../flags/schema.ts'
import { selectWaiting } from '../sponsors/queries.ts'

/** Counting stops here to stay fast. */
export const MAX_COUNTED = 10_000

const LONGEST_WAITING = 5

export type WaitingAppeal = Awaited<ReturnType<typeof selectAppeals>>[number]
export type Counts = Awaited<ReturnType<typeof selectCounts>>[number]

/** The sponsors and the appeals that have waited longest, and the counts. One round trip. */
export async function readOverview(db: Database) {
  const [waiting, appeals, [counts]] = await db.read([
    selectWaiting(db, null, LONGEST_WAITING),
    selectAppeals(db, LONGEST_WAITING),
    selectCounts(db),
  ])
  if (!counts) throw new Error('A select without a table returns one row.')
  return { waiting, appeals, counts }
}

/** Each count reads only an index. */
export function selectCounts(db: Database) {
  return db.orm
    .select({
      waitingSponsors: counted(sql`${users} where role = 'sponsor' and status = 'pending'`),
      activeSponsors: counted(sql`${users} where role = 'sponsor' and status = 'active'`),
      activeInfluencers: counted(sql`${users} where role = 'influencer' and status = 'active'`),
      suspended: counted(sql`${users} where status = 'suspended' and status <> 'active'`),
      appeals: counted(sql`${flags} where state = 'appealed'`),
      openFlags: counted(sql`${flags} where state in ('appealed', 'open', 'kept')`),
      openCampaigns: counted(
        sql`${campaigns} where state = 'active' and visibility = 'public' and flagged_at is null`,
      ),
    })
    .from(sql`(select 1)`)
}

function counted(rows: SQL): SQL<number> {
  return sql<number>`(select count(*) from (select 1 from ${rows} limit ${MAX_COUNTED}))`
}
