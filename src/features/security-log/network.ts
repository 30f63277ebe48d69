/**
 * The network of an IP address: `203.0.113.0/24`, `2001:db8:12::/48`. We store this instead of the address. It tells
 * people whether it was their own connection, and admins whether attempts come from one place, but it does not name a
 * single household or phone. An empty string if it is not an address.
 */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(address)
  if (ipv4) {
    const bytes = ipv4.slice(1, 4)
    return bytes.every((byte) => Number(byte) <= 255) ? `${bytes.map(Number).join('.')}.0/24` : ''
  }
  const groups = firstGroups(address)
  return groups === null ? '' : `${groups.map((group) => group.toString(16)).join(':')}::/48`
}

const GROUPS = 8

/** The first three groups of an IPv6 address, 48 bits. Null if it is not one. */
function firstGroups(address: string): readonly number[] | null {
  if (!/^[0-9a-f:]{2,39}$/i.test(address)) return null
  const halves = address.split('::')
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = GROUPS - head.length - tail.length
  const isRight = halves.length === 1 ? missing === 0 : halves.length === 2 && missing >= 1
  if (!isRight) return null
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? all.slice(0, 3).map((group) => Number.parseInt(group, 16))
    : null
}
