/// <reference path="./password-list.d.ts" />
import encoded from 'fxa-common-password-list/src/encoded-passwords.js'

/** Whether this is one of the 50,000 most common passwords of 8 or more characters: the list of Firefox accounts. */
export function isCommonPassword(password: string): boolean {
  list ??= unpack(encoded)
  return list.has(password) || list.has(password.toLowerCase())
}

let list: ReadonlySet<string> | null = null

// The first character of each line, in base 36, says how many characters it shares with the line before. The
// package's own entry point unpacks the list on import, which would add 30 ms to every cold start of the Worker.
function unpack(lines: string): ReadonlySet<string> {
  const passwords = new Set<string>()
  let last = ''
  for (const line of lines.split('\n')) {
    last = last.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1)
    passwords.add(last)
  }
  return passwords
}
