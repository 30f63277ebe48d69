import { hash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { mutation, type Statement, type Written, write } from '../../platform/db/write.ts'
import { okValue } from '../../shared/result.ts'
import { HOUR } from '../../shared/time.ts'
import { attempts } from './schema.ts'

/** How many attempts are allowed, and how long to wait after that. Waits are in milliseconds. */
export interface Limit {
  /** This many attempts need no wait. */
  readonly free: number
  /** The wait before the next attempt. It doubles with each further attempt... */
  readonly firstWait: number
  /** ...up to this. */
  readonly longestWait: number
}

/** Counts the attempts of one kind by one caller, against a limit. */
export interface Counter {
  /** SQL if the database has to look up what is counted. */
  readonly key: string | SQL
  readonly limit: Limit
}

/** A counter starts over after an hour without an attempt. */
export const RESET_AFTER = HOUR

/** For example `counter(limit, 'sign-up', address)`. */
export function counter(limit: Limit, ...subject: readonly [kind: string, ...rest: string[]]): Counter {
  return { key: hashOf(subject), limit }
}

/** Hashed, so that the table does not list who tried what from where. */
export function hashOf(subject: readonly string[]): string {
  return hash('sha256', JSON.stringify(subject), 'base64url')
}

/** Counts an attempt. One round trip, which also runs `statements` and returns their results. */
export async function attempt(
  db: Database,
  counters: readonly Counter[],
  now: number,
  statements: readonly Statement[] = [],
): Promise<{ readonly allowed: boolean; readonly results: readonly Written[] }> {
  const hits = hit(counters, now)
  const written = okValue(await write(db, [...hits, ...statements], { isAttempt: true }))
  return { allowed: isAllowed(written.slice(0, hits.length)), results: written.slice(hits.length) }
}

/**
 * Statements that count an attempt before it is made, so that parallel attempts cannot slip through. Run them
 * one right after the other. Each returns a row if its counter allows the attempt. Once a counter says no, the
 * counters after it do not count: put a caller's own counter before one that they share with others. If `condition` is
 * false, none of them counts or allows anything.
 */
export function hit(counters: readonly Counter[], now: number, condition = sql`true`): SQL[] {
  return counters.map(({ key, limit }, index) => {
    const previousAllows = index === 0 ? condition : sql`changes() = 1`
    const isStale = sql`last_at + ${RESET_AFTER} <= ${now}`
    return sql`insert into ${attempts} (key, attempts, last_at) select ${key}, 1, ${now} where ${previousAllows}
      on conflict (key) do update
      set attempts = case when ${isStale} then 1 else attempts + 1 end, last_at = max(last_at, ${now})
      where ${isStale} or attempts < ${limit.free} or last_at + (${waitOf(limit)}) <= ${now}
      returning attempts`
  })
}

/** Whether all counters allow the attempt, given what their statements returned. */
export function isAllowed(hits: readonly Written[]): boolean {
  return hits.every(({ rows }) => rows.length > 0)
}

/** Subtracts one counter's attempts from another, for example a person's typos from their network's count. */
export function refund(from: Counter, by: Counter): SQL {
  return sql`update ${attempts} set
    attempts = max(attempts - coalesce((select own.attempts from ${attempts} own where own.key = ${by.key}), 0), 0)
    where key = ${from.key}`
}

/** Forgets what these counters have counted, after a success. */
export function reset(counters: readonly Counter[]) {
  const keys = sql.join(
    counters.map(({ key }) => sql`${key}`),
    sql`, `,
  )
  return mutation.delete(attempts).where(sql`${attempts.key} in (${keys})`)
}

// Only for counters that have no free attempts left. The exponent is capped, so that the shift cannot overflow.
function waitOf({ free, firstWait, longestWait }: Limit): SQL {
  return sql`min(${longestWait}, ${firstWait} * (1 << min(attempts - ${free}, 20)))`
}
