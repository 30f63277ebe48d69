import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { endOfUtcDay, rangeOfDays, startOfUtcDay } from '../../../platform/list/days.ts'
import { adRequests } from '../schema.ts'
import { type AnswerFilters, firstIdAnswered } from './answers.ts'
import type { AdRequestSort } from './order.ts'

/**
 * Ids are in the order in which requests were sent, but two that are sent at the same time may be stored in either
 * order. So ids this close to a moment are looked at one by one.
 */
const SLACK = 10_000

/** The days when requests were sent, first answered or ended, `YYYY-MM-DD` in UTC. */
export interface DayFilters extends AnswerFilters {
  readonly sentFrom: string | null
  readonly sentUntil: string | null
  readonly endedFrom: string | null
  readonly endedUntil: string | null
}

/** What the rows are read along: an index of these, or anything else. */
export type ReadAlong = 'ids' | 'closing times' | 'any time' | 'something else'

/** What the index of each sort order is in the order of. */
export const readAlong: Readonly<Record<AdRequestSort, ReadAlong>> = {
  newest: 'ids',
  oldest: 'ids',
  amount: 'something else',
  smallest: 'something else',
  closing: 'closing times',
}

const { id, createdAt, closesAt } = adRequests

/**
 * The conditions for the days when requests were sent or ended, and for their ids. The range of ids is for an index that
 * does not have these times: SQLite then does not read all that came before or after. `now` is in milliseconds UTC.
 */
export function inDays(filters: DayFilters, now: number | Placeholder, along: ReadAlong): SQL[] {
  const { sentFrom, sentUntil, endedFrom, endedUntil, answeredUntil } = filters
  const mark = (indexes: readonly ReadAlong[]) => (indexes.includes(along) ? sql`` : sql`+`)
  const [sentMark, endMark] = [mark(['any time']), mark(['any time', 'closing times'])]
  const hasEnded = endedFrom !== null || endedUntil !== null
  const times = [
    ...rangeOfDays(sentMark, createdAt, sentFrom, sentUntil),
    ...rangeOfDays(endMark, closesAt, endedFrom, endedUntil),
    ...(hasEnded ? [sql`${endMark}${closesAt} <= ${now}`] : []),
  ]
  if (along === 'any time') return times

  // A request is not answered and does not end before it is sent.
  const until = [sentUntil, endedUntil, answeredUntil].filter((day) => day !== null).sort()[0] ?? null
  const byId = mark(['ids'])
  const first = [sentFrom === null ? null : firstIdSent(sentFrom), firstIdAnswered(filters, firstIdSent)]
  return [
    ...times,
    ...first.filter((one) => one !== null).map((one) => sql`${byId}${id} >= ${one}`),
    ...(until === null ? [] : [sql`${byId}${id} <= ${lastIdSent(until)}`]),
  ]
}

const slack = sql.raw(String(SLACK))

function firstIdSent(from: string): SQL {
  return sql`ifnull((select id from ${adRequests} where created_at >= ${startOfUtcDay(from)}
    order by created_at, id limit 1), 9e18) - ${slack}`
}

function lastIdSent(until: string): SQL {
  return sql`ifnull((select id from ${adRequests} where created_at < ${endOfUtcDay(until)}
    order by created_at desc, id desc limit 1), 0) + ${slack}`
}
