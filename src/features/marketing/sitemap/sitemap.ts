/** What search engines may find: the pages that are always there, and one for each influencer and campaign. */
export type Part =
  | { readonly kind: 'pages' }
  | { readonly kind: Kind; readonly after: number; readonly upTo: number }

export type Kind = 'influencers' | 'campaigns'

export interface Entry {
  readonly address: string
  /** Milliseconds UTC, where it is known. */
  readonly changedAt?: number | null
}

/** The protocol allows 50,000 addresses in a file; with a fifth of it, no answer takes long. */
const IDS_IN_A_PART = 10_000

/** The file's name says which ids stand in it: `influencers-2.xml` those from 10,001 to 20,000. */
export function parsePart(name: string): Part | null {
  if (name === PAGES) return { kind: 'pages' }
  const [, kind, number] = /^(influencers|campaigns)-([1-9]\d{0,5})\.xml$/.exec(name) ?? []
  if (kind !== 'influencers' && kind !== 'campaigns') return null
  const upTo = Number(number) * IDS_IN_A_PART
  return { kind, after: upTo - IDS_IN_A_PART, upTo }
}

/** The names of all files, when these are the greatest ids. */
export function partNames(greatest: Readonly<Record<Kind, number>>): string[] {
  const numbered = (kind: Kind) =>
    Array.from(
      { length: Math.ceil(greatest[kind] / IDS_IN_A_PART) },
      (_, index) => `${kind}-${index + 1}.xml`,
    )
  return [PAGES, ...numbered('influencers'), ...numbered('campaigns')]
}

const PAGES = 'pages.xml'

/** A file of addresses, as https://www.sitemaps.org/protocol.html describes it. */
export function sitemapXml(entries: readonly Entry[]): string {
  const urls = entries.map(
    ({ address, changedAt }) =>
      `<url><loc>${escaped(address)}</loc>${changedAt ? `<lastmod>${dayOf(changedAt)}</lastmod>` : ''}</url>`,
  )
  return xml('urlset', urls)
}

/** The file that names the others. */
export function sitemapIndexXml(addresses: readonly string[]): string {
  return xml(
    'sitemapindex',
    addresses.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`),
  )
}

function xml(root: string, lines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${root}>\n`,
  ].join('\n')
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
