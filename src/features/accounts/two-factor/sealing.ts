import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Env } from '../../../env.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

type Keys = Pick<Env, 'APP_SECRET'>

/**
 * Encrypts a text, so that only we can read it, and nobody can change it (AES-256-GCM, with a key derived from the app
 * secret). `purpose` keeps what was sealed for one thing from being used for another.
 */
export function seal(keys: Keys, purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys, purpose), nonce)
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64url')
}

/** The text. Null if it was changed, or sealed for another purpose or with another app secret. */
export function unseal(keys: Keys, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keys, purpose), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    return text.toString('utf8')
  } catch {
    return null
  }
}

function keyFor({ APP_SECRET }: Keys, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', APP_SECRET, '', `parley ${purpose}`, 32))
}
