import { createMiddleware } from 'hono/factory'

/**
 * Accepts only requests from this machine. Any website that a developer has open can send requests to localhost, so
 * this checks the host name and the sending site. Following a link from another site is allowed.
 */
export const localOnly = createMiddleware(async (c, next) => {
  if (!isLoopback(hostnameOf(`http://${c.req.header('Host')}`))) return c.text('Unknown host', 403)
  if (isFromAnotherSite(c.req.raw) && !isFollowedLink(c.req.raw)) return c.text('Sent by another site', 403)
  await next()
})

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a host name (IPv6 in brackets) always means this machine. */
export function isLoopback(hostname: string | undefined): boolean {
  return hostname !== undefined && LOOPBACK.has(hostname)
}

// Browsers send at least one of these headers with each request of a page. Other clients send neither.
function isFromAnotherSite({ headers }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site')
  const origin = headers.get('Origin')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  return origin !== null && new URL(`http://${headers.get('Host')}`).host !== URL.parse(origin)?.host
}

function isFollowedLink({ method, headers }: Request): boolean {
  return method === 'GET' && headers.get('Sec-Fetch-Dest') === 'document' && headers.get('Origin') === null
}

function hostnameOf(url: string): string | undefined {
  return URL.parse(url)?.hostname
}
