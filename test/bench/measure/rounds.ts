import autocannon from 'autocannon'

/** A server to measure, and the requests to send. */
export interface Target {
  readonly name: string
  readonly url: string
  /** The next request. It differs from the ones before. */
  readonly next: () => Visit
  /** The share of the bare Worker's requests per second that it must reach. The bare Worker has none. */
  readonly budget?: number
  /** The name of the target that is the same page at another commit. */
  readonly before?: string
}

export interface Visit {
  readonly path: string
  readonly cookie?: string
}

/** How many requests are sent at a time, and for how long. */
export interface Load {
  readonly connections: number
  readonly seconds: number
}

export interface Measured {
  readonly target: Target
  readonly perSecond: number
  /** In ms. */
  readonly p50: number
  readonly p99: number
  /** Requests per second, as a share of the first target's in the same round. */
  readonly ratio: number
  /** Requests per second, as a share of the other commit's for the same page in the same round. */
  readonly ofBefore: number | null
  readonly bytes: number
  /** Requests without an answer, or with one that is not 2xx. */
  readonly failed: number
}

/**
 * Measures all targets in each round, and returns the median of each value over the rounds. Like this, other programs
 * slow down all targets alike. The first target is the one that the others are compared with.
 */
export async function compare(
  targets: readonly Target[],
  { rounds, ...load }: Load & { rounds: number },
): Promise<Measured[]> {
  // Warms up each target: its first requests compile code and open connections.
  for (const target of targets) await measure(load, target, 1)
  const results: Result[][] = []
  for (let round = 0; round < rounds; round += 1) {
    const row: Result[] = []
    for (const target of targets) row.push(await measure(load, target))
    results.push(row)
  }
  return targets.map((target, index) => {
    const before = targets.findIndex(({ name }) => name === target.before)
    return summarize(target, results, index, before)
  })
}

type Result = Awaited<ReturnType<typeof measure>>

async function measure({ connections, seconds }: Load, { url, next }: Target, duration = seconds) {
  const { requests, latency, throughput, non2xx, errors } = await autocannon({
    url,
    connections,
    duration,
    requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(next()) }) }],
  })
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    bytes: throughput.total / requests.total,
    failed: non2xx + errors,
  }
}

function requestOf({ path, cookie }: Visit) {
  return { path, headers: cookie === undefined ? {} : { cookie } }
}

function summarize(target: Target, results: readonly Result[][], index: number, before: number): Measured {
  const own = results.flatMap((row) => row[index] ?? [])
  const ratioTo = (other: number) =>
    median(results.map((row) => (row[index]?.perSecond ?? 0) / (row[other]?.perSecond ?? 0)))
  return {
    target,
    perSecond: median(own.map(({ perSecond }) => perSecond)),
    p50: median(own.map(({ p50 }) => p50)),
    p99: median(own.map(({ p99 }) => p99)),
    ratio: ratioTo(0),
    ofBefore: before < 0 ? null : ratioTo(before),
    bytes: median(own.map(({ bytes }) => bytes)),
    failed: own.reduce((sum, { failed }) => sum + failed, 0),
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
