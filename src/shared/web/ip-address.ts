/** An IPv4 address has 4 parts of 8 bits, an IPv6 address has 8 parts of 16 bits. */
export interface IpAddress {
  readonly version: 4 | 6
  readonly parts: readonly number[]
}

/**
 * Reads an IP address. An IPv4 address that is written as an IPv6 address (`::ffff:203.0.113.7`) is the IPv4 address.
 * Null if it is not an address.
 */
export function parseIpAddress(text: string): IpAddress | null {
  const ipv4 = parseIpv4(text)
  if (ipv4) return ipv4
  const groups = parseIpv6(text)
  if (!groups) return null
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff
  return isMapped
    ? { version: 4, parts: [high >> 8, high & 0xff, low >> 8, low & 0xff] }
    : { version: 6, parts: groups }
}

function parseIpv4(text: string): IpAddress | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null
  const parts = text.split('.').map(Number)
  return parts.every((part) => part <= 255) ? { version: 4, parts } : null
}

const GROUPS = 8

// The URL parser checks the address and writes it in its one short form: "[2001:db8::1]".
function parseIpv6(text: string): readonly number[] | null {
  if (!/^[\da-f:.]{2,45}$/i.test(text)) return null
  const host = URL.parse(`http://[${text}]`)?.hostname
  if (host === undefined) return null
  const [head = [], tail = []] = host
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16))
}
