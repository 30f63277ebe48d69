import { MINUTE, SECOND } from '../../../shared/time.ts'
import { type Counter, counter, refund, reset } from '../rate-limit.ts'

/**
 * What counts a sign-in attempt. Guessing one account's password from one address soon means waiting 15 minutes.
 * An account that is attacked from many addresses waits a minute at most, so that its owner still gets in. The
 * account's counter comes last: attempts that were blocked before do not count against it.
 * `account` is what was typed, whether or not there is such an account.
 */
export function signInCounters(account: string, address: string): Counter[] {
  return [byAddress(address), byAccountAndAddress(account, address), byAccount(account)]
}

/**
 * After signing in: forgets the person's own typos, also in the count of their address. Everything else stays
 * counted, so signing in to your own account buys no more guesses at other accounts.
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
