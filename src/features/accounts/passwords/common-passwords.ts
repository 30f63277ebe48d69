/// <reference path="./password-list.d.ts" />
import encoded from 'fxa-common-password-list/src/encoded-passwords.js'

/**
 * Whether this is one of the 50,000 commonest passwords of eight and more characters, in whatever case: the
 * list that Firefox accounts refuse.
 */
export function isCommonPassword(password: string): boolean {
  list ??= unpack(encoded)
  return list.has(password) || list.has(password.toLowerCase())
}

let list: ReadonlySet<string> | null = null

// Each line says in its first character, to base 36, how much it shares with the line before. The package's own
// front door unpacks that as it is imported: 30 ms of every start of the Worker, for which few requests wait.
function unpack(lines: string): ReadonlySet<string> {
  const passwords = new Set<string>()
  let last = ''
  for (const line of lines.split('\n')) {
    last = last.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1)
    passwords.add(last)
  }
  return passwords
}
