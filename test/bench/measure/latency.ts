import type { SearchShape } from '../search-visits.ts'

/** A running Parley, and somebody who is signed in there. */
export interface Site {
  readonly url: string
  readonly cookie: string
}

export interface Latency {
  /** In ms, of whole answers, one after the other. */
  readonly p50: number
  readonly p99: number
  /** In ms: the longest that the database took for a page, with the way there and back. */
  readonly slowestRead: number
  readonly failed: number
}

/** Each search is made so often, and the median counts: what else the machine does is no property of a search. */
const TIMES = 3

/** How long the searches of a shape take at several sites, turn and turn about. */
export async function measureShape(
  sites: readonly { readonly site: Site; readonly shape: SearchShape }[],
  searches: number,
): Promise<Latency[]> {
  const taken = sites.map(() => ({ totals: [] as number[], reads: [] as number[], failed: 0 }))
  for (let index = 0; index < searches; index += 1) {
    const answers = sites.map(() => [] as Answer[])
    for (let time = 0; time < TIMES; time += 1) {
      for (const [place, { site, shape }] of sites.entries()) {
        answers[place]?.push(await visit(site, shape.path(index)))
      }
    }
    for (const [place, own] of answers.entries()) {
      taken[place]?.totals.push(middle(own.map(({ total }) => total)))
      taken[place]?.reads.push(middle(own.map(({ read }) => read)))
      const into = taken[place]
      if (into) into.failed += own.filter(({ ok }) => !ok).length
    }
  }
  return taken.map(({ totals, reads, failed }) => ({
    p50: quantile(totals, 0.5),
    p99: quantile(totals, 0.99),
    slowestRead: Math.max(...reads),
    failed,
  }))
}

interface Answer {
  readonly total: number
  readonly read: number
  readonly ok: boolean
}

async function visit({ url, cookie }: Site, path: string): Promise<Answer> {
  const begun = performance.now()
  const response = await fetch(url + path, { headers: { cookie } })
  await response.arrayBuffer()
  const timing = /\bdb;dur=([\d.]+)/.exec(response.headers.get('Server-Timing') ?? '')
  return { total: performance.now() - begun, read: Number(timing?.[1] ?? Number.NaN), ok: response.ok }
}

function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
