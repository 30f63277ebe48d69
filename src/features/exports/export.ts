import { createHash, randomBytes } from 'node:crypto'
import { DAY } from '../../shared/time.ts'

/** How long a file can be downloaded. */
export const KEPT = 7 * DAY

/** How many files a person may ask for within 24 hours. */
export const MAX_PER_DAY = 10

/** A part that could not be written so many times makes the export fail. */
export const MAX_ATTEMPTS = 5

/** A part ends after so many pages of rows, or after so many characters. Both keep memory small. */
export const MAX_PAGES = 10
export const MAX_CHARACTERS = 8_000_000

/** Whoever has the token may download the file, without a session. It has 192 bits. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, hash: hashOf(token) }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
