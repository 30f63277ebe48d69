import { randomBytes } from 'node:crypto'
import { DAY, HOUR } from '../../shared/time.ts'

/**
 * What a link in an e-mail is for. `confirmation`: the address of a new account. `change`: a new address of an account.
 * `undo`: takes such a change back, sent to the old address. `reset`: a new password.
 */
export const linkPurposes = ['confirmation', 'change', 'undo', 'reset'] as const

export type LinkPurpose = (typeof linkPurposes)[number]

/** How long a link works after it was sent, in milliseconds. */
export const lifetimes: Readonly<Record<LinkPurpose, number>> = {
  confirmation: 48 * HOUR,
  change: 48 * HOUR,
  undo: 7 * DAY,
  reset: HOUR,
}

/** At most this many links go to one address in an hour, whoever asks for them. */
export const LINKS_PER_HOUR = 4

/** 256 random bits, for a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
