import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Statement, Written } from '../../../platform/db/write.ts'
import { MINUTE, SECOND } from '../../../shared/time.ts'
import { type Counter, counter, hashOf, hit, isAllowed, type Limit, refund, reset } from '../rate-limit.ts'
import { type Device, hasSignedIn } from './devices.ts'
import { accountOrName } from './named-account.ts'

export interface SignInAttempt {
  /** The username or e-mail address as typed, in lower case, whether or not there is such an account. */
  readonly account: string
  readonly address: string
  /** What the browser's cookie says. */
  readonly device: Device | null
}

/**
 * What the counters say: `device` and `open` allow the attempt, by the device's own attempts or by those of everybody.
 * `address` and `own_device` refuse it, which the visitor may know. `account` refuses it too, but must not be
 * shown: it would tell that an e-mail address and a username belong to the same account.
 */
export type Allowance =
  | { readonly allowed: true; readonly by: 'device' | 'open' }
  | { readonly allowed: false; readonly by: 'address' | 'own_device' | 'account' }

/**
 * Statements that count an attempt, for `allowanceOf`. A device that has signed in to this account before has a counter of
 * its own. All others share these: guessing one account's password from one address soon means waiting 15 minutes. An
 * account under attack from many addresses waits a minute at most. The account's counter comes last, so attempts that
 * another counter blocks do not count against it. Username and e-mail address of an account count as one.
 */
export function countSignIn(attempt: SignInAttempt, now: number): SQL[] {
  const { device, account } = attempt
  const shared = sharedCounters(attempt)
  if (device === null) return hit(shared, now)
  const known = hasSignedIn(device, account)
  return [...hit([byDevice(device, account)], now, known), ...hit(shared, now, sql`not ${known}`)]
}

/** Reads what the statements of `countSignIn` returned, and what a select of `isKnownDevice` says. */
export function allowanceOf(
  { device }: SignInAttempt,
  hits: readonly Written[],
  isKnown: boolean,
): Allowance {
  const [own, shared] = device === null ? [[], hits] : [hits.slice(0, 1), hits.slice(1)]
  if (isKnown) return isAllowed(own) ? { allowed: true, by: 'device' } : { allowed: false, by: 'own_device' }
  if (isAllowed(shared)) return { allowed: true, by: 'open' }
  return { allowed: false, by: isAllowed(shared.slice(0, 1)) ? 'account' : 'address' }
}

/** Whether the device has signed in to this account before. */
export function isKnownDevice({ device, account }: SignInAttempt): SQL<number> {
  return device === null ? sql<number>`0` : sql<number>`${hasSignedIn(device, account)}`
}

/**
 * After a sign-in, forgets the person's own typos, also in the count of their address. All other attempts still
 * count, so signing in to your own account gives you no extra guesses at other accounts.
 */
export function forgiveTypos(attempt: SignInAttempt, by: 'device' | 'open'): Statement[] {
  const { device, account, address } = attempt
  if (by === 'device' && device !== null) return [reset([byDevice(device, account)])]
  const own = byAccountAndAddress(attempt)
  return [refund(byAddress(address), own), reset([own])]
}

function sharedCounters(attempt: SignInAttempt): Counter[] {
  return [byAddress(attempt.address), byAccountAndAddress(attempt), byAccount(attempt)]
}

function byAddress(address: string): Counter {
  return counter({ free: 30, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'address', address)
}

function byDevice({ id }: Device, account: string): Counter {
  return perAccount({ free: 10, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, account, 'device', id)
}

function byAccountAndAddress({ account, address }: SignInAttempt): Counter {
  return perAccount({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, account, 'pair', address)
}

function byAccount({ account }: SignInAttempt): Counter {
  return perAccount({ free: 50, firstWait: 10 * SECOND, longestWait: MINUTE }, account, 'account')
}

/** The same counter for all names of an account. */
function perAccount(limit: Limit, account: string, ...rest: readonly string[]): Counter {
  return { key: sql`${`${hashOf(rest)} `} || ${accountOrName(account, hashOf([account]))}`, limit }
}
