import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's scrypt settings for 32 MiB; workerd allows N·r·p up to 2^20. About 200 ms of one core. */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const MAX_MEMORY = 64 * 1024 * 1024
const KEY_BYTES = 32
const SALT_BYTES = 16

/** Hashes a password for storage: `scrypt$N$r$p$salt$key`, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * Whether the password is the one that was stored. For an unknown account (`null`) it works as long and says
 * no, so that time tells nothing. Throws for a stored string that is no hash of ours.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { options, salt, key } = parse(stored ?? unknownAccount)
  const derived = await derive(password, salt, options)
  return timingSafeEqual(derived, key) && stored !== null
}

const unknownAccount = ['scrypt', cost.N, cost.r, cost.p, 'A'.repeat(22), 'A'.repeat(43)].join('$')

function parse(stored: string): { options: typeof cost; salt: Buffer; key: Buffer } {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || !salt || !key) throw new Error('This is not a password hash of ours.')
  return {
    options: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}

// NFKC, as RFC 8265 has it: the same password typed on another keyboard must stay the same.
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...options, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
