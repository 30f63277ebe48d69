/**
 * A cookie's value from a `Cookie` header, or null. Never throws: a value with a malformed `%` is returned as it
 * is, because anybody can send such a cookie and it must not break the page.
 */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decode(pair.slice(equals + 1).trim())
  }
  return null
}

function decode(value: string): string {
  const unquoted = /^".*"$/.test(value) ? value.slice(1, -1) : value
  try {
    return decodeURIComponent(unquoted)
  } catch {
    return unquoted
  }
}
