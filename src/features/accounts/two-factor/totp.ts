import { createHmac, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth/bare'

/** What every authenticator app supports (RFC 6238). */
const PERIOD = 30
const DIGITS = 6

/** A code counts for its own 30 seconds, and 30 seconds before and after, because clocks differ. */
const WINDOW = 1

/** 160 random bits in base 32, as authenticator apps want them. */
export function newSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32
}

/** The address that a QR code holds: `otpauth://totp/Parley:mara?secret=…`. `username` tells accounts apart in the app. */
export function otpauthUri(secret: string, username: string): string {
  return totpOf(secret, username).toString()
}

/**
 * The time step that a code belongs to; null if it is not a code of about now. `code` is what was typed: spaces do not
 * matter. Whoever accepts the code must also see to it that the same step is not accepted twice. `now` is milliseconds
 * UTC.
 */
export function stepOfCode(code: string, secret: string, now: number): number | null {
  const token = code.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const away = totpOf(secret).validate({ token, timestamp: now, window: WINDOW })
  return away === null ? null : Math.floor(now / 1_000 / PERIOD) + away
}

/** `ABCD EFGH …`, to type it where no camera is at hand. */
export function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Parley',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD,
    hmac: (algorithm, key, message) => new Uint8Array(createHmac(algorithm, key).update(message).digest()),
  })
}
