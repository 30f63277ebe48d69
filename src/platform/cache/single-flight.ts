/*
 * Work that several requests of one isolate share. workerd allows this (tried with 1.20260730): a request may await a
 * promise that another request has created and will settle, if its value is plain data. If the request that created it
 * ends first, the promise stays pending forever. That is why `waitUntil` keeps that request alive, and why others
 * wait only for a limited time. `waitUntil` also keeps the others alive, because workerd logs an error otherwise.
 */

export type WaitUntil = (work: Promise<unknown>) => void

interface Waiting {
  /** Milliseconds to wait for another request's work. */
  readonly timeout: number
  readonly waitUntil: WaitUntil
}

interface Starting {
  readonly waitUntil: WaitUntil
  readonly until?: Promise<unknown>
}

interface Flight<Value> {
  readonly running: Promise<Value>
  next: Promise<Value | null> | null
}

/** At most one `work` at a time for each key. */
export class SingleFlight<Value> {
  readonly #flights = new Map<string, Flight<Value>>()

  /** Adds `work`, which must not reject. `join` returns its result until it ends, or until `until` does. */
  start(key: string, work: Promise<Value>, { waitUntil, until = work }: Starting): Promise<Value> {
    const flight: Flight<Value> = { running: work, next: null }
    this.#flights.set(key, flight)
    const forget = () => {
      if (flight.next === null) this.#forget(key, flight)
    }
    waitUntil(until.then(forget))
    return work
  }

  /** The result of the work in progress. Null if there is none, or after the timeout. */
  async join(key: string, waiting: Waiting): Promise<Value | null> {
    const flight = this.#flights.get(key)
    return flight ? this.#wait(key, flight, flight.running, waiting) : null
  }

  /**
   * Starts `work`. If there is work in progress, shares the next run with all other requests that wait. It never joins
   * work that began before this call, so its result is never older than the call. Many requests at the same time cost
   * two runs. Null after the timeout.
   */
  async startOrJoinNext(key: string, work: () => Promise<Value>, waiting: Waiting): Promise<Value | null> {
    const flight = this.#flights.get(key)
    const start = () => this.start(key, work(), waiting)
    if (!flight) return start()

    flight.next ??= within(waiting.timeout, flight.running).then(start)
    return this.#wait(key, flight, flight.next, waiting)
  }

  async #wait(key: string, flight: Flight<Value>, work: Promise<Value | null>, waiting: Waiting) {
    waiting.waitUntil(work)
    const value = await within(waiting.timeout, work)
    if (value === null) this.#forget(key, flight)
    return value
  }

  #forget(key: string, flight: Flight<Value>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key)
  }
}

/** The result of `work`, or null after `timeout` milliseconds. */
async function within<Value>(timeout: number, work: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, timeout, null)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
