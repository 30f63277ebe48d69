import { ok, type Result, refuse } from '../result.ts'
import { tidyIdentifier } from '../text/invisible.ts'
import { publicHost } from './host.ts'

/**
 * Why a text is no e-mail address.
 * - `letters`: letters before the @ that are not ASCII. Our provider sends through Amazon SES, which cannot send to
 *   such an address, because it does not know SMTPUTF8 (RFC 6531).
 * - `no_address`: anything else.
 */
export type EmailProblem = 'letters' | 'no_address'

/**
 * Reads an e-mail address. Returns it in the one form in which it is stored and compared: in lower case, and
 * international letters of the domain as punycode, as mail servers write them.
 */
export function readEmail(text: string): Result<string, EmailProblem> {
  const typed = tidyIdentifier(text)
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
  const at = typed.lastIndexOf('@')
  const local = typed.slice(0, at).toLowerCase()
  const domain = publicHost(typed.slice(at + 1))
  if (at < 1 || domain === null || /[\s:/?#\\@]/.test(typed.slice(at + 1))) return refuse('no_address')
  if (/[^\0-\x7f]/.test(local) && !/[\s@]/.test(local)) return refuse('letters')
  if (local.length > 64 || !LOCAL.test(local)) return refuse('no_address')
  const address = `${local}@${domain}`
  return address.length <= 254 ? ok(address) : refuse('no_address')
}

/** The address if it is one, else the text in lower case, for example a username. For looking up an account. */
export function emailOrName(text: string): string {
  const email = readEmail(text)
  return email.ok ? email.value : tidyIdentifier(text).toLowerCase()
}

// The characters of RFC 5322's dot-atom. Quoted local parts are left out: no provider hands them out.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
