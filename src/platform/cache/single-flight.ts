export type WaitUntil = (work: Promise<unknown>) => void

export interface Run<Result> {
  readonly result: Result
  /** The next run starts after this. */
  readonly ended?: Promise<unknown>
}

interface Flight<Result> {
  readonly ended: Promise<unknown>
  next: Promise<Result> | null
}

/** Milliseconds to wait for another request's work. */
const TIMEOUT = 1000

/**
 * Work that the requests of an isolate share: for each key, one run at a time. All requests that come during a run
 * share the next one. So a result is never older than the request, and many requests at the same time cost two runs.
 *
 * workerd allows this (tried with 1.20260730): a request may await a promise that another request has created and will
 * settle, if its value is plain data. If the request that created it ends first, the promise stays pending forever.
 * That is why `waitUntil` keeps that request alive, and why others wait only for a limited time. `waitUntil` also keeps
 * the others alive, because workerd logs an error otherwise.
 */
export class SingleFlight<Result> {
  readonly #flights = new Map<string, Flight<Result>>()

  /** The result of `work`, or of another request's. Throws what `work` throws. Null if another request's fails. */
  async run(key: string, work: () => Promise<Run<Result>>, waitUntil: WaitUntil): Promise<Result | null> {
    const flight = this.#flights.get(key)
    if (!flight) return this.#start(key, work, waitUntil)
    const isNext = flight.next === null
    flight.next ??= within(TIMEOUT, flight.ended).then(() => this.#start(key, work, waitUntil))
    waitUntil(flight.next)
    if (isNext) return flight.next
    const result = await within(2 * TIMEOUT, flight.next)
    if (result === null) this.#forget(key, flight)
    return result
  }

  async #start(key: string, work: () => Promise<Run<Result>>, waitUntil: WaitUntil): Promise<Result> {
    const run = work()
    const flight: Flight<Result> = {
      ended: run.then(({ ended }) => ended).catch(() => undefined),
      next: null,
    }
    this.#flights.set(key, flight)
    const forget = () => {
      if (flight.next === null) this.#forget(key, flight)
    }
    waitUntil(flight.ended.then(forget))
    return (await run).result
  }

  #forget(key: string, flight: Flight<Result>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key)
  }
}

/** The result of `work`. Null if it fails, or after `timeout` milliseconds. */
async function within<Result>(timeout: number, work: Promise<Result>): Promise<Result | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, timeout, null)
  })
  try {
    return await Promise.race([work.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}
