import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from '../context.ts'

/** On every answer of the Worker; `static/_headers` says the same for static files. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'strict-origin-when-cross-origin',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
})

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send (403). Browsers put `Sec-Fetch-Site` or `Origin` on every
 * POST: each of them that is there must speak for us. A client that sends neither is no browser with a
 * victim's cookies in it. The algorithm is that of Go's `http.CrossOriginProtection`.
 */
export const originCheck = createMiddleware<AppEnv>(async (c, next) => {
  if (
    !safeMethods.has(c.req.method) &&
    !isOurs(c.req.header('Sec-Fetch-Site'), c.req.header('Origin'), ownOrigins(c))
  ) {
    throw new HTTPException(403, { message: 'This form was sent from another site, so nothing was done.' })
  }
  await next()
})

/** Pages are for the one who asked: nothing between keeps a copy, unless a handler says otherwise. */
export const noStore = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-store')
})

/**
 * Reads what a refused form still sends. Left unread, it makes the server break the connection off, and the
 * browser shows that instead of the refusal.
 */
export const drainBody = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { raw } = c.req
  if (raw.body && !raw.bodyUsed) await raw.body.pipeTo(new WritableStream()).catch(() => undefined)
})

function isOurs(site: string | undefined, origin: string | undefined, ours: readonly string[]): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined || ours.includes(origin)
}

function ownOrigins(c: { var: { env: { PUBLIC_URL: string } }; req: { url: string } }): string[] {
  return [new URL(c.var.env.PUBLIC_URL).origin, new URL(c.req.url).origin]
}
