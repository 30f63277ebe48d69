import type { AppContext } from '../../platform/http/context.ts'
import { parseIpAddress } from '../../shared/web/ip-address.ts'

/**
 * What limits count a visitor by. Cloudflare sets this header itself, and removes one that the visitor has sent. Any other
 * header, such as `X-Forwarded-For`, can be made up by anybody.
 */
export function clientAddress(c: AppContext): string {
  return countedAs(c.req.header('CF-Connecting-IP') ?? '')
}

/**
 * An IPv4 address as it is, and the /64 network of an IPv6 address: every household and every rented server has a whole
 * /64, so they could use a new address for each attempt. All that is not an address counts as one.
 */
export function countedAs(address: string): string {
  const parsed = parseIpAddress(address.trim())
  if (parsed === null) return 'unknown'
  if (parsed.version === 4) return parsed.parts.join('.')
  const network = parsed.parts.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(':')}::/64`
}
