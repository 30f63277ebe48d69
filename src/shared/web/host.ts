/**
 * The host of an address as the web knows it: in lower case, international letters as punycode. Null if it is no public
 * name with a dot: an IP address, `localhost`, or with characters that no host has.
 */
export function publicHost(host: string): string | null {
  const known = URL.parse(`http://${host}/`)?.hostname.replace(/\.$/, '') ?? ''
  return known.length <= 253 && NAME.test(known) ? known : null
}

const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,58}[a-z0-9]|[a-z]{2,63})$/
