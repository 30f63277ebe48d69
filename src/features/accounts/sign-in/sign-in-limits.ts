import { MINUTE, SECOND } from '../../../shared/time.ts'
import { type Counter, counter, refund, reset } from '../rate-limit.ts'

/**
 * The counters of a sign-in attempt. Guessing one account's password from one address soon means waiting 15 minutes.
 * An account under attack from many addresses waits a minute at most, so its owner can still sign in. The account's
 * counter comes last, so attempts that another counter blocks do not count against it.
 * `account` is the name as typed, whether or not there is such an account.
 */
export function signInCounters(account: string, address: string): Counter[] {
  return [byAddress(address), byAccountAndAddress(account, address), byAccount(account)]
}

/**
 * After a sign-in, forgets the person's own typos, also in the count of their address. All other attempts still
 * count, so signing in to your own account gives you no extra guesses at other accounts.
 */
export function forgiveTypos(account: string, address: string) {
  const own = byAccountAndAddress(account, address)
  return [refund(byAddress(address), own), reset([own])]
}

function byAddress(address: string): Counter {
  return counter({ free: 30, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'address', address)
}

function byAccountAndAddress(account: string, address: string): Counter {
  return counter({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'pair', account, address)
}

function byAccount(account: string): Counter {
  return counter({ free: 50, firstWait: 10 * SECOND, longestWait: MINUTE }, 'account', account)
}
