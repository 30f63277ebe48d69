import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Orm } from '../../../platform/db/prepared.ts'
import { column } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { openFlagOf } from '../../flags/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { adRequests } from '../schema.ts'
import { type Span, stretchesOf } from './order.ts'

/** A request in a list, with the names of its campaign and of its two sides. */
export type ListedAdRequest = Awaited<ReturnType<typeof selectByIds>>[number]

/** One way to read the rows of a page. */
export interface Way {
  readonly matching: SQL
  /** What the rows are read from, with the columns of `ad_requests`. */
  readonly from?: SQL
  /** A condition on the whole database. If it does not hold, nothing is read. */
  readonly onlyIf?: SQL
}

/** The requests on a page of those that match. With several ways, the condition of one of them holds. */
export function selectInOrder(orm: Orm, ways: readonly Way[], span: Span) {
  const { startedAt, limit } = span
  const rows = stretchesOf(span).flatMap(({ where, orderBy }) =>
    ways.map(({ matching, from = sql`${adRequests}`, onlyIf }) => {
      const most = onlyIf ? sql`iif(${onlyIf}, ${limit}, 0)` : sql`${limit}`
      // Names are read for the rows of the page only, not for all that are sorted.
      return sql`select ${columns}, ${startedAt} as started_at
        from (select * from ${from} where ${matching} and ${where} order by ${orderBy} limit ${most}) page ${joins}`
    }),
  )
  return orm
    .select(row)
    .from(sql`(${sql.join(rows, sql` union all `)}) listed`)
    .limit(limit)
}

/** The requests with these ids, in any order. */
export function selectByIds(db: Database, ids: readonly number[]) {
  const isOne = inArray(sql`${adRequests.id}`, [...ids])
  return db.orm.select(row).from(sql`(select ${columns}, 0 as started_at
      from (select * from ${adRequests} where ${isOne}) page ${joins}) listed`)
}

const columns = sql`page.*, ${campaigns.name}, company_name, display_name`

const joins = sql`cross join ${campaigns} on ${campaigns.id} = page.campaign_id
  cross join ${sponsors} on ${sponsors.userId} = page.sponsor_id
  cross join ${users} on ${users.id} = page.influencer_id`

const row = {
  id: column(adRequests.id),
  state: column(adRequests.state),
  turn: column(adRequests.turn),
  origin: column(adRequests.origin),
  offerNumber: column(adRequests.offerNumber),
  paymentAmount: column(adRequests.paymentAmount),
  closesAt: column(adRequests.closesAt),
  flaggedAt: column(adRequests.flaggedAt),
  flag: openFlagOf('ad_request', sql`listed.id`),
  createdAt: column(adRequests.createdAt),
  firstAnsweredAt: column(adRequests.firstAnsweredAt),
  campaignId: column(adRequests.campaignId),
  campaignName: column(campaigns.name),
  sponsorId: column(adRequests.sponsorId),
  sponsorName: column(sponsors.companyName),
  influencerId: column(adRequests.influencerId),
  influencerName: column(users.displayName),
  startedAt: sql<number>`started_at`,
}
