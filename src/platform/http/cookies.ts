import { generateCookie } from 'hono/cookie'
import type { Env } from '../../env.ts'
import type { AppContext } from './context.ts'

type Site = Pick<Env, 'PUBLIC_URL'>

/**
 * The name of one of our cookies. Over HTTPS it starts with `__Host-`, so that no other host, such as a subdomain, can set
 * it. Browsers refuse such a name over HTTP.
 */
export function cookieName(site: Site, name: string): string {
  return isHttps(site) ? `__Host-${name}` : name
}

/** The value of one of our cookies in a `Cookie` header, or null. */
export function readOwnCookie(site: Site, header: string | undefined, name: string): string | null {
  return readCookie(header, cookieName(site, name))
}

interface Lifetime {
  /** In seconds. 0 removes the cookie. */
  readonly maxAge: number
}

/** The `Set-Cookie` header of one of our cookies. All of them are for the whole site and hidden from scripts. */
export function ownCookie(site: Site, name: string, value: string, { maxAge }: Lifetime): string {
  return generateCookie(cookieName(site, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(site),
    maxAge,
  })
}

/** Sends `Set-Cookie` headers with the response, beside those that it has. */
export function sendCookies(c: AppContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}

/**
 * A cookie's value from a `Cookie` header, or null. Never throws: a value with a malformed `%` is returned as it
 * is, because anybody can send such a cookie and it must not break the page.
 */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decode(pair.slice(equals + 1).trim())
  }
  return null
}

/** Whether browsers send the site's cookies over HTTPS only. */
export function isHttps({ PUBLIC_URL }: Site): boolean {
  return PUBLIC_URL.startsWith('https:')
}

function decode(value: string): string {
  const unquoted = /^".*"$/.test(value) ? value.slice(1, -1) : value
  try {
    return decodeURIComponent(unquoted)
  } catch {
    return unquoted
  }
}
