import type { AppContext } from '../../platform/http/context.ts'

/** The network address that a request comes from, as Cloudflare says it. */
export function clientAddress(c: AppContext): string {
  return c.req.header('CF-Connecting-IP') ?? 'unknown'
}
