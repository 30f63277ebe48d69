/// <reference path="./password-list.d.ts" />
import encoded from 'fxa-common-password-list/src/encoded-passwords.js'
import encoder from 'incremental-encoder'

/**
 * Whether this is one of the 50,000 commonest passwords of eight and more characters, in whatever case: the
 * list that Firefox accounts refuse.
 */
export function isCommonPassword(password: string): boolean {
  list ??= decode()
  return list.has(password) || list.has(password.toLowerCase())
}

let list: ReadonlySet<string> | null = null

// The package's own front door unpacks the list as it is imported: 30 ms of every start of the Worker.
function decode(): ReadonlySet<string> {
  return new Set(new encoder.default.Decoder().decode(encoded.split('\n')))
}
