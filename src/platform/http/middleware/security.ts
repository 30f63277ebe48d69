import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { parameterPattern, type Route } from '../../../routes.ts'
import type { AppContext, AppEnv } from '../context.ts'

/**
 * Headers for every response of the Worker, unless a handler sets its own. `static/_headers` has the same for static
 * files.
 */
export const securityHeaders = secureHeaders({
  overwrite: false,
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
 * Refuses requests that another site makes a browser send (403). `Sec-Fetch-Site` decides if it is there: scripts cannot
 * set it, and it is right where `Origin` is `null`, as in a page without a referrer. Older browsers send only `Origin`
 * with a POST. A client that sends neither is not a browser. Go's `http.CrossOriginProtection` uses the same algorithm.
 * The routes in `except` are not checked.
 */
export function originCheck(except: readonly Route<string>[]) {
  const unchecked = except.map(({ pattern }) => new RegExp(`^${pattern.replace(parameterPattern, '[^/]+')}$`))
  return createMiddleware<AppEnv>(async (c, next) => {
    if (
      !safeMethods.has(c.req.method) &&
      !isFromOurPages(c) &&
      !unchecked.some((path) => path.test(c.req.path))
    ) {
      throw new HTTPException(403, { message: 'This form was sent from another site, so nothing was done.' })
    }
    await next()
  })
}

/** Whether a page of ours sent the request, or no page at all. See `originCheck`. */
export function isFromOurPages(c: AppContext): boolean {
  return isOurs(c.req.header('Sec-Fetch-Site'), c.req.header('Origin'), ownOrigins(c))
}

/** Forbids caches between us and the browser to store pages, unless a handler sets `Cache-Control`. */
export const noStore = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-store')
})

/**
 * Reads the rest of a refused request's body. If it stays unread, the server closes the connection, and the
 * browser shows a network error instead of the response.
 */
export const drainBody = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { raw } = c.req
  if (raw.body && !raw.bodyUsed) await raw.body.pipeTo(new WritableStream()).catch(() => undefined)
})

function isOurs(site: string | undefined, origin: string | undefined, ours: readonly string[]): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return origin === undefined || ours.includes(origin)
}

function ownOrigins(c: { var: { env: { PUBLIC_URL: string } }; req: { url: string } }): string[] {
  return [new URL(c.var.env.PUBLIC_URL).origin, new URL(c.req.url).origin]
}
