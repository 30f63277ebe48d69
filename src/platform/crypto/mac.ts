import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Env } from '../../env.ts'

/** 128 bits in base64url. */
const MAC_CHARACTERS = 22

type Secret = Pick<Env, 'APP_SECRET'>

/**
 * Proves that a text came from us, when a browser sends it back. `purpose` keeps what is signed for one thing from being
 * used for another: "form".
 */
export function macOf({ APP_SECRET }: Secret, purpose: string, text: string): string {
  const mac = createHmac('sha256', APP_SECRET).update(`${purpose}\0${text}`).digest('base64url')
  return mac.slice(0, MAC_CHARACTERS)
}

/** Whether `mac` is what `macOf` gave for the same purpose and text. */
export function isMacOf(secret: Secret, purpose: string, text: string, mac: string): boolean {
  const expected = Buffer.from(macOf(secret, purpose, text))
  const given = Buffer.from(mac)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
