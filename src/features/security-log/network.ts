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

/** A network in words that people know: "IP address 203.0.113.x". An empty string stays empty. */
export function networkName(network: string): string {
  if (network === '') return ''
  const start = network.replace(/\.0\/24$/, '.x').replace(/::\/48$/, ':…')
  return `IP address ${start}`
}

/** Whether an address belongs to a machine or a local network, so that it has no place in the world. */
export function isPrivate(address: string): boolean {
  return /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]|^fe80:/i.test(address)
}
