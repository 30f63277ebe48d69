import type { Env } from '../../../env.ts'
import { hashToken } from '../../../platform/crypto/token-hash.ts'
import { readOwnCookie } from '../../../platform/http/cookies.ts'

export const COOKIE = 'parley_session'

/** The token in the request's cookie. Null without one. Its session may have ended. */
export function readToken(env: Env, cookieHeader: string | undefined): string | null {
  return readOwnCookie(env, cookieHeader, COOKIE)
}

/** The id under which the request's session is stored; null if the request names none. It may have ended. */
export function sessionIdOf(env: Env, cookieHeader: string | undefined): string | null {
  const token = readToken(env, cookieHeader)
  return token === null ? null : hashToken(token)
}

/** Whether the request names a session, which may have ended. */
export function hasSessionCookie(env: Env, cookieHeader: string | undefined): boolean {
  return readToken(env, cookieHeader) !== null
}
