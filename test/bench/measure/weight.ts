import { brotliCompressSync } from 'node:zlib'
import { parseHTML } from 'linkedom'

export interface Weight {
  readonly what: string
  readonly bytes: number
}

/** The size of each file that a browser fetches for its first page, in Brotli as a CDN sends it. */
export async function weigh(url: string): Promise<Weight[]> {
  const html = await textOf(url)
  const { document } = parseHTML(html)
  const parts: [what: string, text: string][] = [['page', html]]
  for (const [what, selector, attribute] of linked) {
    for (const element of document.querySelectorAll(selector)) {
      parts.push([what, await textOf(new URL(element.getAttribute(attribute) ?? '', url))])
    }
  }
  return parts.map(([what, text]) => ({ what, bytes: brotliCompressSync(text).length }))
}

const linked = [
  ['styles', 'link[rel=stylesheet]', 'href'],
  ['script', 'script[src]', 'src'],
  ['icon', 'link[rel=icon]', 'href'],
] as const

async function textOf(url: string | URL): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}
