import { createHash } from 'node:crypto'
import { inArray, type SQL, sql } from 'drizzle-orm'
import { change } from '../db/write.ts'
import { HOUR, MINUTE, SECOND } from '../shared/time.ts'
import { signInFailures } from './schema.ts'

interface Limit {
  /** So many failures cost nothing. */
  readonly free: number
  /** The next one waits this long (milliseconds), each further one twice as long… */
  readonly firstWait: number
  /** …but never longer than this. */
  readonly longestWait: number
}

/**
 * Guessing is slowed where it comes from. One address against one account soon waits a quarter of an hour; an
 * account under fire from everywhere waits a minute at most, so that its owner still gets in.
 */
const limits = {
  pair: { free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE },
  account: { free: 50, firstWait: 10 * SECOND, longestWait: MINUTE },
  address: { free: 30, firstWait: 30 * SECOND, longestWait: 15 * MINUTE },
} as const satisfies Record<string, Limit>

/** After an hour of quiet all is forgotten. */
const FORGET = HOUR

/**
 * Counts a try before its password is looked at, so that many at once cannot slip through. One statement for
 * each limit; each returns a row when the try may go on, and none while it has to wait.
 * `account` is what was typed, whether such an account exists or not.
 */
export function countTry(account: string, address: string, now: number): SQL[] {
  const keys = keysFor(account, address)
  return (['pair', 'account', 'address'] as const).map((name) => upsert(keys[name], limits[name], now))
}

/** After a success: the owner's own slips are forgotten. The account's count from elsewhere stays. */
export function forgetTries(account: string, address: string) {
  const keys = keysFor(account, address)
  return change.delete(signInFailures).where(inArray(signInFailures.key, [keys.pair, keys.address]))
}

function upsert(key: string, { free, firstWait, longestWait }: Limit, now: number): SQL {
  const wait = sql`case when failures < ${free} then 0
    else min(${longestWait}, ${firstWait} * (1 << min(failures - ${free}, 20))) end`
  return sql`insert into sign_in_failures (key, failures, last_at) values (${key}, 1, ${now})
    on conflict (key) do update
    set failures = case when last_at + ${FORGET} <= ${now} then 1 else failures + 1 end, last_at = ${now}
    where last_at + ${FORGET} <= ${now} or last_at + (${wait}) <= ${now}
    returning failures`
}

// Hashed: the table is no list of who signs in from where.
function keysFor(account: string, address: string): Record<keyof typeof limits, string> {
  return {
    pair: hash('pair', account, address),
    account: hash('account', account),
    address: hash('address', address),
  }
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
