import { routes } from '../../../routes.ts'
import { timeZoneText } from '../../../shared/time-zones/time-zones.ts'
import type { MailBlock, MailContent } from './blocks.ts'
import { type Reader, textFor, urlFor } from './reader.ts'

export interface Email extends MailContent {
  readonly title: string
  /** The page that it is about: a path within Parley. */
  readonly path: string
  /** The full URL that stops e-mails of this kind. Null if they cannot be stopped. */
  readonly unsubscribeHref: string | null
}

/** Every word of an e-mail, for the two ways to show it. */
export interface EmailParts {
  readonly subject: string
  readonly preheader: string
  readonly title: string
  readonly greeting: string
  readonly blocks: readonly MailBlock[]
  readonly button: { readonly label: string; readonly href: string }
  /** Small print. A link's text is part of its line. */
  readonly footer: readonly FooterLine[]
  readonly reader: Reader
}

export interface FooterLine {
  readonly text: string
  readonly link?: { readonly label: string; readonly href: string }
}

/** Puts an e-mail into words for one reader. */
export function partsFor(reader: Reader, email: Email): EmailParts {
  const { title, subject, blocks, action } = email
  return {
    subject: shortened(textFor(reader, subject ?? title), 120),
    preheader: preheaderFor(reader, email),
    title,
    greeting: reader.name === '' ? 'Hello,' : `Hello ${reader.name},`,
    blocks,
    button: { label: action.label, href: urlFor(reader, withQuery(email.path, action.query)) },
    footer: footerFor(reader, email),
    reader,
  }
}

function preheaderFor(reader: Reader, { preheader, blocks }: Email): string {
  const [first] = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  return shortened(textFor(reader, preheader ?? first ?? ''), 160)
}

/** In one line of at most `length` characters. */
function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line
}

function footerFor(reader: Reader, { blocks, unsubscribeHref }: Email): FooterLine[] {
  const zone = timeZoneText(reader.timeZone)
  const settings = { label: 'Account settings', href: urlFor(reader, routes.settings.account.href()) }
  const times = { text: `Times are in your time zone, ${zone}.`, link: settings }
  const stop = unsubscribeHref && { label: 'Stop these e-mails', href: unsubscribeHref }
  return [
    { text: "You're receiving this e-mail because it's about your Parley account." },
    ...(hasMoments(blocks) ? [times] : []),
    ...(stop ? [{ text: "Don't want them?", link: stop }] : []),
  ]
}

function hasMoments(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'moment' in value || Object.values(value).some(hasMoments)
}

function withQuery(path: string, query: Readonly<Record<string, string>> | undefined): string {
  return query === undefined ? path : `${path}?${new URLSearchParams(query)}`
}
