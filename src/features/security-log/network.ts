import { parseIpAddress } from '../../shared/web/ip-address.ts'

/**
 * The network of an IP address: `203.0.113.0/24`, `2001:db8:12::/48`. We store this instead of the address. It tells
 * people whether it was their own connection, and admins whether attempts come from one place, but it does not name a
 * single household or phone. An empty string if it is not an address.
 */
export function networkOf(address: string): string {
  const parsed = parseIpAddress(address)
  if (parsed === null) return ''
  const start = parsed.parts.slice(0, 3)
  return parsed.version === 4
    ? `${start.join('.')}.0/24`
    : `${start.map((group) => group.toString(16)).join(':')}::/48`
}
