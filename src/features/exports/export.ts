import { randomBytes } from 'node:crypto'
import { hashToken } from '../../platform/crypto/token-hash.ts'
import { DAY } from '../../shared/time.ts'
import type { ExportRow } from './schema.ts'

/** How long a file can be downloaded. */
export const KEPT = 7 * DAY

/** How many files a person may ask for within 24 hours. */
export const MAX_PER_DAY = 10

/** From when on somebody can ask for another file with everything about them, in milliseconds UTC: one a day. */
export function nextPersonalFileAt({ state, createdAt }: Pick<ExportRow, 'state' | 'createdAt'>): number {
  return state === 'failed' ? createdAt : createdAt + DAY
}

/** A part that could not be written so many times makes the export fail. */
export const MAX_ATTEMPTS = 5

/** A part ends after so many pages of rows, or after so many characters. Both keep memory small. */
export const MAX_PAGES = 10
export const MAX_CHARACTERS = 8_000_000

/** Whoever has the token may download the file, without a session. It has 192 bits. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, hash: hashToken(token) }
}
