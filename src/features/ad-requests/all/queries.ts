import { and, type SQL, sql } from 'drizzle-orm'
import { eqLiteral, literal } from '../../../platform/db/literals.ts'
import { type ListSource, selectCount } from '../../../platform/list/source.ts'
import { hasAnswerFilter, isAnswered } from '../rows/answers.ts'
import { inDays, type ReadAlong, readAlong } from '../rows/days.ts'
import { isDecided } from '../rows/decided.ts'
import { cursorOf, type Part, spanAfter } from '../rows/order.ts'
import { type FlaggableAdRequest, selectByIds, selectFlaggableInOrder, type Way } from '../rows/select.ts'
import { adRequests } from '../schema.ts'
import type { AdminAdRequestSearch } from './filters.ts'
import { idsByNames } from './names.ts'

/** Every ad request. A query matches all words in the names of a campaign and its sponsor, or of an influencer. */
export const adminAdRequests = sortingAnswers(10_000)

/** If requests were first answered in the time and as fast as asked for, `maxSorted` of them are sorted at most. */
export function sortingAnswers(maxSorted: number): ListSource<FlaggableAdRequest, AdminAdRequestSearch> {
  return {
    select: ({ db, now }, search, after, limit) => {
      const ways = waysTo(search, now, maxSorted)
      const span = spanAfter(search.sort, after, limit, now)
      return ways && selectFlaggableInOrder(db.orm, ways, { ...span, parts: onlyParts(search) ?? span.parts })
    },
    count: ({ db, now }, search, max) => {
      const matching = conditionsOf(search, now, 'any time')
      return matching && selectCount(db, sql`select 1 from ${adRequests} where ${matching}`, max)
    },
    find: ({ db }, ids) => selectByIds(db, ids),
    cursorOf: (row, { sort }) => cursorOf(row, sort, row.startedAt),
  }
}

// What has ended is not looked for among all that is open.
function onlyParts({ state, turn, endedFrom, endedUntil }: AdminAdRequestSearch): readonly Part[] | null {
  if (state === 'pending' || turn !== null) return ['open']
  return state !== null || endedFrom !== null || endedUntil !== null ? ['closed'] : null
}

/**
 * How to read a page. Along the index of an order, few that were answered in some days could be anywhere. So few are
 * looked up by their answers and sorted. If there are many, the index comes across enough of them soon.
 */
function waysTo(search: AdminAdRequestSearch, now: number, maxSorted: number): readonly Way[] | null {
  const along = conditionsOf(search, now, readAlong[search.sort])
  if (along === null) return null
  if (!hasAnswerFilter(search) || isNarrow(search)) return [{ matching: along }]
  const answered = sql`from ${adRequests} where ${and(...isAnswered('time taken', search))}`
  const [max, oneMore] = [maxSorted, maxSorted + 1].map((count) => sql.raw(String(count)))
  const isFew = sql`(select count(*) from (select 1 ${answered} limit ${oneMore})) <= ${max}`
  return [
    {
      from: sql`(select * ${answered} limit ${max}) ${adRequests}`,
      matching: conditionsOf(search, now, 'something else') ?? sql`false`,
      onlyIf: isFew,
    },
    { matching: along, onlyIf: sql`not ${isFew}` },
  ]
}

/** Whether there are few such requests, which other indexes find. */
function isNarrow({ query, flagged, campaign, sponsor, influencer }: AdminAdRequestSearch): boolean {
  return query !== '' || flagged === 'yes' || campaign !== null || sponsor !== null || influencer !== null
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
  const narrow = isNarrow(search)
  const byAnswer = along === 'any time' && !narrow && hasAnswerFilter(search)
  const inTime = !narrow && !byAnswer && (along === 'any time' || along === 'closing times') ? sql`` : sql`+`
  const conditions = [
    names && sql`${adRequests.id} in (${names})`,
    campaign && sql`${ofNames}${adRequests.campaignId} = ${campaign}`,
    sponsor && sql`${ofNames}${adRequests.sponsorId} = ${sponsor}`,
    influencer && sql`${ofNames}${adRequests.influencerId} = ${influencer}`,
    state &&
      (byAnswer ? sql`+${inState(state, now, true, 'something else')}` : inState(state, now, narrow, along)),
    state === 'pending' && sql`${inTime}${adRequests.closesAt} > ${now}`,
    turn && eqLiteral(adRequests.turn, turn),
    origin && eqLiteral(adRequests.origin, origin),
    // Few are flagged: `ad_requests_flagged` finds them.
    flagged === 'yes' && sql`${ofNames}${adRequests.flaggedAt} is not null`,
    flagged === 'no' && sql`+${adRequests.flaggedAt} is null`,
    ...isAnswered(byAnswer ? 'time taken' : 'neither', search),
    ...inDays(search, now, narrow ? 'something else' : along),
  ]
  return and(...conditions.map((condition) => condition || undefined)) ?? sql`true`
}

type StateFilter = NonNullable<AdminAdRequestSearch['state']>

// What has expired by the clock is not open but expired, even if the sweep has not recorded it yet. There are few such
// requests. With an index for each part of this, SQLite would have to sort what it finds, so only counts use them.
function inState(state: StateFilter, now: number, isNarrow: boolean, along: ReadAlong): SQL {
  const mark = along === 'any time' ? sql`` : sql`+`
  if (state === 'decided') {
    const column = sql`${adRequests.state}`
    return isNarrow ? isDecided(column, sql`+`, now) : isDecided(sql`lower(${column})`, mark, now)
  }
  const recorded = isNarrow ? eqLiteral(adRequests.state, state) : hasState(state)
  if (state !== 'expired') return recorded
  return sql`(${mark}${recorded} or ${mark}${adRequests.id} in
    (select id from ${adRequests} where state = 'pending' and closes_at <= ${now}))`
}

// As in the indexes of all requests: see `schema.ts`.
function hasState(state: StateFilter): SQL {
  return sql`lower(${adRequests.state}) = ${literal(state)}`
}
