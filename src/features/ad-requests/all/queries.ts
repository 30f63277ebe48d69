import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { eqLiteral, literal } from '../../../platform/db/literals.ts'
import {
  cursorNumbers,
  type ListContext,
  type ListSource,
  selectCount,
} from '../../../platform/list/source.ts'
import { column } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { openFlagOf } from '../../flags/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { AdRequestState } from '../ad-request.ts'
import { adRequests } from '../schema.ts'
import { inDays, type ReadAlong } from './days.ts'
import type { AdminAdRequestSearch } from './filters.ts'
import { idsByNames } from './names.ts'
import { stretchesOf } from './order.ts'

export type AdminAdRequestRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Every ad request. A query matches all words in the names of a campaign and its sponsor, or of an influencer. */
export const adminAdRequests: ListSource<AdminAdRequestRow, AdminAdRequestSearch> = {
  select: selectAdRequests,
  count: ({ db, now }, search, max) => {
    const matching = conditionsOf(search, now, 'any time')
    return matching && selectCount(db, sql`select 1 from ${adRequests} where ${matching}`, max)
  },
  find: selectByIds,
  cursorOf: ({ id, paymentAmount, closesAt, startedAt }, { sort }) =>
    (sort === 'amount' ? [paymentAmount, id] : sort === 'closing' ? [closesAt, id, startedAt] : [id]).join(
      '_',
    ),
}

function selectAdRequests(
  { db, now }: ListContext,
  search: AdminAdRequestSearch,
  after: string | null,
  limit: number,
) {
  const matching = conditionsOf(search, now, readAlong[search.sort])
  if (matching === null) return null

  const [, , startedAt = now] = search.sort === 'closing' ? (cursorNumbers(after, 3) ?? []) : []
  const rows = stretchesOf(search.sort, after, startedAt).map(
    // Names are read for the rows of the page only, not for all that are sorted.
    ({ where, orderBy }) => sql`select ${columns}, ${startedAt} as started_at
      from (select * from ${adRequests} where ${matching} and ${where} order by ${orderBy} limit ${limit}) page ${joins}`,
  )
  return db.orm
    .select(row)
    .from(sql`(${sql.join(rows, sql` union all `)}) listed`)
    .limit(limit)
}

const readAlong: Record<AdminAdRequestSearch['sort'], ReadAlong> = {
  newest: 'ids',
  oldest: 'ids',
  amount: 'something else',
  closing: 'closing times',
}

/**
 * Null if nothing can match. States are written into the SQL, so that SQLite knows the index. A plus keeps SQLite from
 * using an index for a condition: the rows of few names and ids must not be looked for along an index of all requests,
 * and those of a page must be read in their order, `along` an index.
 */
function conditionsOf(search: AdminAdRequestSearch, now: number, along: ReadAlong): SQL | null {
  const { query, turn, origin, flagged, campaign, sponsor, influencer } = search
  if (turn !== null && search.state !== null && search.state !== 'pending') return null
  const names = query === '' ? undefined : idsByNames(query)
  if (names === null) return null

  const state = turn === null ? search.state : 'pending'
  const ofNames = names === undefined ? sql`` : sql`+`
  const isNarrow =
    names !== undefined || flagged === 'yes' || campaign !== null || sponsor !== null || influencer !== null
  const inTime = !isNarrow && (along === 'any time' || along === 'closing times') ? sql`` : sql`+`
  const conditions = [
    names && sql`${adRequests.id} in (${names})`,
    campaign && sql`${ofNames}${adRequests.campaignId} = ${campaign}`,
    sponsor && sql`${ofNames}${adRequests.sponsorId} = ${sponsor}`,
    influencer && sql`${ofNames}${adRequests.influencerId} = ${influencer}`,
    state && inState(state, now, isNarrow, along),
    state === 'pending' && sql`${inTime}${adRequests.closesAt} > ${now}`,
    turn && eqLiteral(adRequests.turn, turn),
    origin && eqLiteral(adRequests.origin, origin),
    // Few are flagged: `ad_requests_flagged` finds them.
    flagged === 'yes' && sql`${ofNames}${adRequests.flaggedAt} is not null`,
    flagged === 'no' && sql`+${adRequests.flaggedAt} is null`,
    ...inDays(search, now, isNarrow ? 'something else' : along),
  ]
  return and(...conditions.map((condition) => condition || undefined)) ?? sql`true`
}

// What has expired by the clock is not open but expired, even if the sweep has not recorded it yet. There are few such
// requests. With an index for each part of this, SQLite would have to sort what it finds, so only counts use them.
function inState(state: AdRequestState, now: number, isNarrow: boolean, along: ReadAlong): SQL {
  const recorded = isNarrow ? eqLiteral(adRequests.state, state) : hasState(state)
  if (state !== 'expired') return recorded
  const mark = along === 'any time' ? sql`` : sql`+`
  return sql`(${mark}${recorded} or ${mark}${adRequests.id} in
    (select id from ${adRequests} where state = 'pending' and closes_at <= ${now}))`
}

// As in the indexes of all requests: see `schema.ts`.
function hasState(state: AdRequestState): SQL {
  return sql`lower(${adRequests.state}) = ${literal(state)}`
}

function selectByIds({ db }: Pick<ListContext, 'db'>, ids: readonly number[]) {
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
  campaignId: column(adRequests.campaignId),
  campaignName: column(campaigns.name),
  sponsorId: column(adRequests.sponsorId),
  sponsorName: column(sponsors.companyName),
  influencerId: column(adRequests.influencerId),
  influencerName: column(users.displayName),
  startedAt: sql<number>`started_at`,
}
