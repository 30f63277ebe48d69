/** One file of the sitemap: the static pages, or the influencers or campaigns in a range of ids. */
export type Part =
  | { readonly kind: 'pages' }
  | { readonly kind: Kind; readonly after: number; readonly upTo: number }

export type Kind = 'influencers' | 'campaigns'

export interface Entry {
  readonly url: string
  /** Milliseconds UTC, if known. */
  readonly changedAt?: number | null
}

/** The protocol allows 50,000 URLs in a file. Smaller files keep each response fast. */
const IDS_PER_PART = 10_000

/** The file name gives the range of ids: `influencers-2.xml` has 10,001 to 20,000. */
export function parsePart(name: string): Part | null {
  if (name === PAGES) return { kind: 'pages' }
  const [, kind, number] = /^(influencers|campaigns)-([1-9]\d{0,5})\.xml$/.exec(name) ?? []
  if (kind !== 'influencers' && kind !== 'campaigns') return null
  const upTo = Number(number) * IDS_PER_PART
  return { kind, after: upTo - IDS_PER_PART, upTo }
}

/** The names of all files, given the highest ids. */
export function partNames(maxIds: Readonly<Record<Kind, number>>): string[] {
  const numbered = (kind: Kind) =>
    Array.from({ length: Math.ceil(maxIds[kind] / IDS_PER_PART) }, (_, index) => `${kind}-${index + 1}.xml`)
  return [PAGES, ...numbered('influencers'), ...numbered('campaigns')]
}

const PAGES = 'pages.xml'

/** One file of URLs. The format is https://www.sitemaps.org/protocol.html. */
export function sitemapXml(entries: readonly Entry[]): string {
  const elements = entries.map(
    ({ url, changedAt }) =>
      `<url><loc>${escaped(url)}</loc>${changedAt ? `<lastmod>${dayOf(changedAt)}</lastmod>` : ''}</url>`,
  )
  return xml('urlset', elements)
}

/** The file that lists the others. */
export function sitemapIndexXml(urls: readonly string[]): string {
  return xml(
    'sitemapindex',
    urls.map((url) => `<sitemap><loc>${escaped(url)}</loc></sitemap>`),
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
