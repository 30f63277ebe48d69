import type { Page } from './visitor.ts'

/** What a page tells search engines and link previews. */
export function headOf({ document }: Page) {
  const meta = (name: string) =>
    document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? null
  return {
    robots: meta('robots'),
    description: meta('description'),
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
    type: meta('og:type'),
    title: meta('og:title'),
    shared: meta('og:description'),
    url: meta('og:url'),
    image: meta('og:image'),
    card: meta('twitter:card'),
  }
}

/** The head of a page that search engines must not index. */
export const leftOut = {
  robots: 'noindex',
  description: null,
  canonical: null,
  type: null,
  title: null,
  shared: null,
  url: null,
  image: null,
  card: null,
}
