import { ok, type Result, refuse } from '../result.ts'
import { tidyIdentifier } from '../text/invisible.ts'
import { publicHost } from './host.ts'

/**
 * Why a text is no web address.
 * - `scheme`: begins with something other than https or http, like "mailto:".
 * - `twice`: two addresses in one, like "https://https://example.com".
 * - `credentials`: has a username or password before the host.
 * - `no_address`: anything else.
 */
export type WebAddressProblem = 'scheme' | 'twice' | 'credentials' | 'no_address'

/**
 * Reads a web address as people type or paste it, and completes it with `https://`. Returns it in one form: the host in
 * lower case, international letters in the host as punycode, and no slash behind a bare host.
 */
export function readWebAddress(text: string): Result<string, WebAddressProblem> {
  const typed = tidyIdentifier(text.replace(/[\r\n\t]/g, '')).replace(/^[<"“‘']+|[>"”’']+$/g, '')
  const [, scheme = 'https', rest = ''] = /^(?:(https?):\/{0,2}|\/\/)?(.*)$/i.exec(typed) ?? []
  if (/^(?:https?:|https?\/\/|\/\/)/i.test(rest)) return refuse('twice')
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(rest))
    return refuse(rest.includes('@') ? credentialsOr('scheme', rest) : 'scheme')
  const [authority = ''] = rest.split(/[/?#\\]/)
  if (authority.lastIndexOf('@') > 0) return refuse('credentials')
  const url = URL.parse(`${scheme.toLowerCase()}://${rest}`)
  if (!url || /\s/.test(rest) || url.username !== '' || publicHost(url.hostname) === null)
    return refuse('no_address')
  return ok(url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : url.href)
}

// "mara:secret@example.com" is not a scheme.
function credentialsOr(problem: WebAddressProblem, rest: string): WebAddressProblem {
  return /^[^/?#:]+:[^/?#@]*@/.test(rest) && !/^mailto:/i.test(rest) ? 'credentials' : problem
}
