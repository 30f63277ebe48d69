const base = 'http://parley.invalid'

/**
 * Where to go after signing in: a path of this site, or null. Refuses everything that a browser could take for
 * another site (`//host`, `/\host`, a scheme, control characters).
 */
export function localPath(next: string | undefined): string | null {
  if (!next || !isPath(next) || next.length > 2_000) return null
  const url = URL.parse(next, base)
  if (url?.origin !== base) return null
  const path = url.pathname + url.search + url.hash
  // Checked again, because `/.//host` has become `//host`.
  return isPath(path) ? path : null
}

function isPath(text: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(text)
}
