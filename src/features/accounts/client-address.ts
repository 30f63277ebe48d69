import type { AppContext } from '../../platform/http/context.ts'

/** The IP address that Cloudflare saw the request come from. */
export function clientAddress(c: AppContext): string {
  return c.req.header('CF-Connecting-IP') ?? 'unknown'
}
