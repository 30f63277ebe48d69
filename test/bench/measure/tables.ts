import type { Bundle } from '../../../local/worker/bundle.ts'
import type { Latency } from './latency.ts'
import type { Measured } from './rounds.ts'
import type { Weight } from './weight.ts'

/** Requests per second, and their share of the bare Worker's in the same rounds. */
export function speedTable(measured: readonly Measured[]): string {
  const head = ['page', 'req/s', 'p50 ms', 'p99 ms', 'KB', 'of bare', 'budget', 'of before', 'not 2xx']
  const rows = measured.map(({ target, perSecond, p50, p99, bytes, ratio, ofBefore, failed }) => [
    target.name,
    Math.round(perSecond).toLocaleString('en'),
    p50.toFixed(1),
    p99.toFixed(1),
    kilobytes(bytes),
    ratio.toFixed(2),
    target.budget === undefined ? '' : verdict(ratio >= target.budget, target.budget.toFixed(2)),
    ofBefore?.toFixed(2) ?? '',
    String(failed),
  ])
  return table([head, ...rows])
}

/** In the large database, a search may take at most this many times as long as in the small one. */
const MAX_RATIO = 2
/** In ms: how long a page may wait for the database. */
const MAX_READ = 50

/** How long each kind of search takes in a small database and in a large one. */
export function latencyTable(
  rows: readonly { readonly name: string; readonly inSmall: Latency; readonly inLarge: Latency }[],
): string {
  const head = [
    'search',
    'p50 ms',
    'p99 ms',
    'p50 large',
    'p99 large',
    'p99 ratio',
    'longest read',
    'not 2xx',
  ]
  const cells = rows.map(({ name, inSmall, inLarge }) => {
    const ratio = inLarge.p99 / inSmall.p99
    return [
      name,
      ...[inSmall.p50, inSmall.p99, inLarge.p50, inLarge.p99].map((ms) => ms.toFixed(1)),
      verdict(ratio <= MAX_RATIO, ratio.toFixed(2)),
      verdict(inLarge.slowestRead <= MAX_READ, inLarge.slowestRead.toFixed(1)),
      String(inSmall.failed + inLarge.failed),
    ]
  })
  return table([head, ...cells])
}

/** In KB of 1,000 bytes. */
const budgets: Readonly<Record<string, number>> = {
  bundle: 800,
  'first visit': 60,
  styles: 20,
  script: 36,
}

/** The size of the Worker's bundle and of a first visit, with budgets. */
export function weightTable({ gzipBytes }: Bundle, firstVisit: readonly Weight[]): string {
  const total = firstVisit.reduce((sum, { bytes }) => sum + bytes, 0)
  const weights = [
    { what: 'bundle', as: 'gzip', bytes: gzipBytes },
    ...firstVisit.map((weight) => ({ ...weight, as: 'Brotli' })),
    { what: 'first visit', as: 'Brotli', bytes: total },
  ]
  const rows = weights.map(({ what, as, bytes }) => {
    const budget = budgets[what]
    const cell = budget === undefined ? '' : verdict(bytes <= budget * 1_000, String(budget))
    return [`${what}, ${as}`, kilobytes(bytes), cell]
  })
  return table([['weight', 'KB', 'budget'], ...rows])
}

/** How long queries take, with a limit in ms. */
export function queryTable(
  rows: readonly { readonly name: string; readonly p50: number; readonly p99: number }[],
  limit = MAX_READ,
): string {
  const cells = rows.map(({ name, p50, p99 }) => [
    name,
    p50.toFixed(2),
    verdict(p99 <= limit, p99.toFixed(1)),
    String(limit),
  ])
  return table([['query', 'p50 ms', 'p99 ms', 'limit'], ...cells])
}

function verdict(isMet: boolean, value: string): string {
  return isMet ? value : `${value} missed`
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1)
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
