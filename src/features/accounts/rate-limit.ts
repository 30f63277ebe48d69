import { createHash } from 'node:crypto'

import { inArray, type SQL, sql } from 'drizzle-orm'
import { mutation, type Written } from '../../platform/db/write.ts'
import { HOUR } from '../../shared/time.ts'
import { attempts } from './schema.ts'

export interface Limit {
  /** So many attempts cost nothing. */
  readonly free: number
  /** The next one waits this long (milliseconds), each further one twice as long… */
  readonly firstWait: number
  /** …but never longer than this. */
  readonly longestWait: number
}

/** One count, and how far it may go. */
export interface Counter {
  readonly key: string
  readonly limit: Limit
}

/** After an hour of quiet all is forgotten. */
const FORGET = HOUR

/** The counter of what `by` says: `counter(limit, 'sign-up', address)`. */
export function counter(limit: Limit, ...by: readonly [what: string, ...rest: string[]]): Counter {
  // Hashed: the table is no list of who does what from where.
  return { key: createHash('sha256').update(JSON.stringify(by)).digest('base64url'), limit }
}

/**
 * Counts a try, before it is looked at, so that many at once cannot slip through. One statement for each
 * counter, to be run one right after the other; each returns a row when the try may go on, and none while it
 * has to wait: see `mayGoOn`. What one counter holds up, those after it do not count: whoever is slowed down
 * cannot use up what others share.
 */
export function hit(counters: readonly Counter[], now: number): SQL[] {
  return counters.map(({ key, limit }, place) => {
    const { free, firstWait, longestWait } = limit
    const letThrough = place === 0 ? sql`true` : sql`changes() = 1`
    const wait = sql`case when attempts < ${free} then 0
      else min(${longestWait}, ${firstWait} * (1 << min(attempts - ${free}, 20))) end`
    return sql`insert into ${attempts} (key, attempts, last_at) select ${key}, 1, ${now} where ${letThrough}
      on conflict (key) do update
      set attempts = case when last_at + ${FORGET} <= ${now} then 1 else attempts + 1 end, last_at = ${now}
      where last_at + ${FORGET} <= ${now} or last_at + (${wait}) <= ${now}
      returning attempts`
  })
}

/** Whether every counter let the try through, by what their statements gave. */
export function isAllowed(counted: readonly Written[]): boolean {
  return counted.every(({ rows }) => rows.length > 0)
}

/** Takes from a counter what another one has counted too, such as an address's share of somebody's slips. */
export function refund(counted: Counter, by: Counter): SQL {
  return sql`update ${attempts} set
    attempts = max(attempts - coalesce((select own.attempts from ${attempts} own where own.key = ${by.key}), 0), 0)
    where key = ${counted.key}`
}

/** After a success: what these have counted is forgotten. */
export function reset(counters: readonly Counter[]) {
  const keys = counters.map(({ key }) => key)
  return mutation.delete(attempts).where(inArray(attempts.key, keys))
}
