import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { Turns } from './in-turn.ts'

/**
 * OWASP's scrypt parameters for 32 MiB. workerd allows N·r·p up to 2^20. Takes about 200 ms, in which the isolate does
 * nothing else: see docs/decisions/0026-password-hashing.md.
 */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const MAX_MEMORY = 64 * 1024 * 1024
const KEY_BYTES = 32
const SALT_BYTES = 16

/**
 * Hashes a password for storage, as `scrypt$N$r$p$salt$key`. It holds the cost, which can be raised later. Throws `TooBusy`
 * if too many others wait.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * Whether the password matches the stored hash. For an unknown account (`null`) it takes as long and returns false,
 * so that the time reveals nothing. Throws `TooBusy` if too many others wait, and an error if the stored text is not one
 * of our hashes.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { options, salt, key } = parse(stored ?? noPassword)
  const derived = await derive(password, salt, options)
  return timingSafeEqual(derived, key) && stored !== null
}

/** The stored text of an account that no password opens. */
export const noPassword = ['scrypt', cost.N, cost.r, cost.p, 'A'.repeat(22), 'A'.repeat(43)].join('$')

function parse(stored: string): { options: typeof cost; salt: Buffer; key: Buffer } {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || !salt || !key) throw new Error('This is not one of our password hashes.')
  return {
    options: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}

/**
 * Throws `TooBusy` if a password could not be hashed soon. Ask before you count an attempt: nobody should lose one
 * because the server is busy.
 */
export function expectRoomToHash(): void {
  turns.expectRoom()
}

const turns = new Turns()

// NFKC (RFC 8265): the same password typed on another keyboard must give the same bytes.
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  const text = password.normalize('NFKC')
  return turns.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(text, salt, KEY_BYTES, { ...options, maxmem: MAX_MEMORY }, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}
