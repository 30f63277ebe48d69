import { hash, randomBytes } from 'node:crypto'
import type { UserId } from '../../../shared/ids.ts'

/** How many codes an account gets at a time. */
export const RECOVERY_CODES = 10

/** Crockford's base 32: no I, L, O and U, which look like 1, 1, 0 and V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** New codes, like `7K3M-9QZ2-4HXT-VB8E`. Each has 80 random bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
  })
}

/** What the table has of a code: null if the text cannot be one. Letter case, spaces and hyphens do not matter. */
export function hashRecoveryCode(userId: UserId, typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (code.length !== LENGTH || [...code].some((letter) => !ALPHABET.includes(letter))) return null
  return hash('sha256', `${userId}:${code}`, 'base64url')
}
