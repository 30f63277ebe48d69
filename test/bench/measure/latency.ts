import type { SearchShape } from '../search-visits.ts'

/** A running Parley, and the cookie of somebody who is signed in. */
export interface Site {
  readonly url: string
  readonly cookie: string
}

export interface Latency {
  /** In ms. Requests are sent one at a time. */
  readonly p50: number
  readonly p99: number
  /** In ms: the longest that a page waited for the database. */
  readonly slowestRead: number
  readonly failed: number
}

/** Each search is repeated this often and the median counts, because other programs slow down single requests. */
const TIMES = 3

/** Measures how long searches of one shape take at several sites. Each site has its turn for each search. */
export async function measureShape(
  sites: readonly { readonly site: Site; readonly shape: SearchShape }[],
  searches: number,
): Promise<Latency[]> {
  const results = sites.map(() => ({ totals: [] as number[], reads: [] as number[], failed: 0 }))
  for (let index = 0; index < searches; index += 1) {
    const answers = sites.map(() => [] as Answer[])
    for (let time = 0; time < TIMES; time += 1) {
      for (const [place, { site, shape }] of sites.entries()) {
        answers[place]?.push(await visit(site, shape.path(index)))
      }
    }
    for (const [place, result] of results.entries()) {
      const own = answers[place] ?? []
      result.totals.push(median(own.map(({ total }) => total)))
      result.reads.push(median(own.map(({ read }) => read)))
      result.failed += own.filter(({ ok }) => !ok).length
    }
  }
  return results.map(({ totals, reads, failed }) => ({
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
  const start = performance.now()
  const response = await fetch(url + path, { headers: { cookie } })
  await response.arrayBuffer()
  const timing = /\bdb;dur=([\d.]+)/.exec(response.headers.get('Server-Timing') ?? '')
  return { total: performance.now() - start, read: Number(timing?.[1] ?? Number.NaN), ok: response.ok }
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
