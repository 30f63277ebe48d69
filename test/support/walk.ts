import type { Page, Visitor } from './visitor.ts'

/** One page of each kind: "/campaigns/7/edit" and "/campaigns/8/edit" are of one kind. */
function kindOf(path: string): string {
  return path.replace(/\?.*$/, '').replace(/\d+(?:-\d+)?/g, 'N')
}

/** Opens every kind of page that links lead to, from these on, and calls `look` with each. Returns their kinds. */
export async function walk(
  browser: Visitor,
  starts: readonly string[],
  look: (page: Page) => void | Promise<void>,
): Promise<string[]> {
  const kinds = new Set<string>()
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (kinds.has(kindOf(path))) continue
    kinds.add(kindOf(path))
    const page = await browser.get(path)
    if (!page.headers.get('Content-Type')?.includes('text/html')) continue
    await look(page)
    waiting.push(...linksOf(page))
  }
  return [...kinds]
}

function linksOf({ document }: Page): string[] {
  const hrefs = [...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href') ?? '')
  return hrefs.filter((href) => !/^\/\/|^\/(?:build|exports?)\b|\.(?:csv|pdf|ics|zip|xml|txt)\b/.test(href))
}
