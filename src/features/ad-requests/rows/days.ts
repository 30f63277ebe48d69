import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { endOfUtcDay, startOfUtcDay } from '../../../platform/list/days.ts'
import { adRequests } from '../schema.ts'

/**
 * Ids are in the order in which requests were sent, but two that are sent at the same time may be stored in either
 * order. So ids this close to a moment are looked at one by one.
 */
const SLACK = 10_000

/** The days when requests were sent or ended, `YYYY-MM-DD` in UTC. */
export interface DayFilters {
  readonly sentFrom: string | null
  readonly sentUntil: string | null
  readonly endedFrom: string | null
  readonly endedUntil: string | null
}

/** What the rows are read along: an index of these, or anything else. */
export type ReadAlong = 'ids' | 'closing times' | 'any time' | 'something else'

const { id, createdAt, closesAt } = adRequests

/**
 * The conditions for the days when requests were sent or ended. Along an index of other things than these times, the
 * range of ids keeps SQLite from reading all that came before or after. `now` is in milliseconds UTC.
 */
export function inDays(
  { sentFrom, sentUntil, endedFrom, endedUntil }: DayFilters,
  now: number | Placeholder,
  along: ReadAlong,
): SQL[] {
  const mark = (indexes: readonly ReadAlong[]) => (indexes.includes(along) ? sql`` : sql`+`)
  const [sentMark, endMark] = [mark(['any time']), mark(['any time', 'closing times'])]
  const hasEnded = endedFrom !== null || endedUntil !== null
  const times = [
    ...range(sentMark, createdAt, sentFrom, sentUntil),
    ...range(endMark, closesAt, endedFrom, endedUntil),
    ...(hasEnded ? [sql`${endMark}${closesAt} <= ${now}`] : []),
  ]
  if (along === 'any time') return times

  // A request does not end before it is sent.
  const until = [sentUntil, endedUntil].filter((day) => day !== null).sort()[0] ?? null
  return [...times, ...idsAround(mark(['ids']), sentFrom, until)]
}

// With a plus as the mark, SQLite uses no index of the time.
function range(mark: SQL, time: Column, from: string | null, until: string | null): SQL[] {
  return [
    ...(from === null ? [] : [sql`${mark}${time} >= ${startOfUtcDay(from)}`]),
    ...(until === null ? [] : [sql`${mark}${time} < ${endOfUtcDay(until)}`]),
  ]
}

function idsAround(mark: SQL, from: string | null, until: string | null): SQL[] {
  const slack = sql.raw(String(SLACK))
  const first = sql`select id from ${adRequests} where created_at >= ${startOfUtcDay(from ?? '1970-01-01')}
    order by created_at, id limit 1`
  const last = sql`select id from ${adRequests} where created_at < ${endOfUtcDay(until ?? '1970-01-01')}
    order by created_at desc, id desc limit 1`
  return [
    ...(from === null ? [] : [sql`${mark}${id} >= ifnull((${first}), 9e18) - ${slack}`]),
    ...(until === null ? [] : [sql`${mark}${id} <= ifnull((${last}), 0) + ${slack}`]),
  ]
}
