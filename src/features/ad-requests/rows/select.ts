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
export type ListedAdRequest = Awaited<ReturnType<typeof selectInOrder>>[number]

/** What admins see of it, too. */
export type FlaggableAdRequest = Awaited<ReturnType<typeof selectByIds>>[number]

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
  return orm.select(listed).from(rowsInOrder(ways, span)).limit(span.limit)
}

/** The same with what admins see, too. */
export function selectFlaggableInOrder(orm: Orm, ways: readonly Way[], span: Span) {
  return orm.select(flaggable).from(rowsInOrder(ways, span)).limit(span.limit)
}

function rowsInOrder(ways: readonly Way[], span: Span): SQL {
  const { startedAt, limit } = span
  const rows = stretchesOf(span).flatMap(({ where, orderBy }) =>
    ways.map(({ matching, from = sql`${adRequests}`, onlyIf }) => {
      const most = onlyIf ? sql`iif(${onlyIf}, ${limit}, 0)` : sql`${limit}`
      // Names are read for the rows of the page only, not for all that are sorted.
      return sql`select ${columns}, ${startedAt} as started_at
        from (select * from ${from} where ${matching} and ${where} order by ${orderBy} limit ${most}) page ${joins}`
    }),
  )
  return sql`(${sql.join(rows, sql` union all `)}) listed`
}

/** The requests with these ids, in any order, with what admins see. */
export function selectByIds(db: Database, ids: readonly number[]) {
  const isOne = inArray(sql`${adRequests.id}`, [...ids])
  return db.orm.select(flaggable).from(sql`(select ${columns}, 0 as started_at
      from (select * from ${adRequests} where ${isOne}) page ${joins}) listed`)
}

const columns = sql`page.*, ${campaigns.name}, company_name, display_name`

const joins = sql`cross join ${campaigns} on ${campaigns.id} = page.campaign_id
  cross join ${sponsors} on ${sponsors.userId} = page.sponsor_id
  cross join ${users} on ${users.id} = page.influencer_id`

const listed = {
  id: column(adRequests.id),
  state: column(adRequests.state),
  turn: column(adRequests.turn),
  origin: column(adRequests.origin),
  offerNumber: column(adRequests.offerNumber),
  paymentAmount: column(adRequests.paymentAmount),
  closesAt: column(adRequests.closesAt),
  createdAt: column(adRequests.createdAt),
  campaignName: column(campaigns.name),
  sponsorName: column(sponsors.companyName),
  influencerName: column(users.displayName),
  startedAt: sql<number>`started_at`,
}

const flaggable = {
  ...listed,
  flaggedAt: column(adRequests.flaggedAt),
  flag: openFlagOf('ad_request', sql`listed.id`),
  firstAnsweredAt: column(adRequests.firstAnsweredAt),
  campaignId: column(adRequests.campaignId),
  sponsorId: column(adRequests.sponsorId),
  influencerId: column(adRequests.influencerId),
}
