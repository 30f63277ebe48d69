const base = 'http://parley.invalid'

/**
 * Where to go after signing in: one of our own paths, or null. Refuses everything that a browser could read as
 * another site (`//host`, `/\host`, a scheme, control characters).
 */
export function ownPath(next: string | undefined): string | null {
  if (!next || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.length > 2_000) return null
  const url = URL.parse(next, base)
  return url?.origin === base ? url.pathname + url.search + url.hash : null
}
