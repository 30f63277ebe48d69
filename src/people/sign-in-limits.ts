import { MINUTE, SECOND } from '../shared/time.ts'
import { counter } from './throttle.ts'

/**
 * Guessing is slowed where it comes from. One address against one account soon waits a quarter of an hour; an
 * account under fire from everywhere waits a minute at most, so that its owner still gets in.
 * `account` is what was typed, whether such an account exists or not.
 */
export function signInCounters(account: string, address: string) {
  return [
    ...ownCounters(account, address),
    counter({ free: 50, firstWait: 10 * SECOND, longestWait: MINUTE }, 'account', account),
  ]
}

/** Those that a success resets: the owner's own slips. The account's count from elsewhere stays. */
export function ownCounters(account: string, address: string) {
  return [
    counter({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'pair', account, address),
    counter({ free: 30, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'address', address),
  ]
}
