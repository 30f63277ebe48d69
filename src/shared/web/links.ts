import { LinkifyIt } from 'linkify-it'
import { lazy } from '../lazy.ts'
import { publicHost } from './host.ts'

/** A piece of a text. `href` is null unless the piece is the address of a page or a mailbox. */
export interface LinkedPart {
  readonly text: string
  readonly href: string | null
}

/**
 * Cuts a text into addresses and what is between them. Only https, http and mailto. Brackets, quotation marks and
 * punctuation of any script belong to the sentence, unless they are in pairs inside of the address.
 */
export function linkedParts(text: string): readonly LinkedPart[] {
  const parts: LinkedPart[] = []
  let end = 0
  for (const { index, raw, url } of finder().match(text) ?? []) {
    const shown = raw.replace(/[\u200b\ufeff].*$|[*?!:]+$/s, '')
    const href = hrefOf(url.slice(0, url.length - raw.length + shown.length))
    // "https://name:password@…" is cut before the colon.
    if (href === null || /^(?::[^\s@]*)?@/.test(text.slice(index + raw.length))) continue
    parts.push({ text: text.slice(end, index), href: null }, { text: shown, href })
    end = index + shown.length
  }
  return [...parts, { text: text.slice(end), href: null }].filter((part) => part.text !== '')
}

const finder = lazy(() => new LinkifyIt().add('ftp:', null).add('//', null))

function hrefOf(address: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol === 'mailto:') return url.href
  return url && publicHost(url.hostname) !== null ? url.href : null
}
