import { MINUTE, SECOND } from '../../../shared/time.ts'
import { type Counter, counter, refund, reset } from '../rate-limit.ts'

/**
 * Guessing is slowed where it comes from. One address against one account soon waits a quarter of an hour; an
 * account under fire from everywhere waits a minute at most, so that its owner still gets in. In this order: an
 * address that has to wait adds nothing to what the account has to bear.
 * `account` is what was typed, whether such an account exists or not.
 */
export function signInCounters(account: string, address: string): Counter[] {
  return [
    ofAddress(address),
    ofPair(account, address),
    counter({ free: 50, firstWait: 10 * SECOND, longestWait: MINUTE }, 'account', account),
  ]
}

/**
 * After a success: the owner's own slips are forgotten, and the address is relieved of them. What else came from
 * the address, and from elsewhere, stays: signing in to an account of one's own buys no more guesses at others.
 */
export function forgiveSlips(account: string, address: string) {
  const own = ofPair(account, address)
  return [refund(ofAddress(address), own), reset([own])]
}

function ofAddress(address: string): Counter {
  return counter({ free: 30, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'address', address)
}

function ofPair(account: string, address: string): Counter {
  return counter({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'pair', account, address)
}
