import type { DeliveryResponse, Message } from '../store/documents.ts'
import type { Broker } from './broker.ts'
import { recordOutcome } from './outcome.ts'
import { RateLimiter } from './rate-limiter.ts'
import { readyMessages } from './ready.ts'
import { runDueSchedules } from './schedules.ts'

/** setTimeout takes no more than 24 days, and the machine may have slept. */
const MAX_WAIT = 60_000
/** So that the destination is not flooded. */
const MAX_PARALLEL = 20

interface Options {
  /** Without it, things that are due wait for `deliverDue`. */
  readonly timer: boolean
  /** Sends a message. Never rejects. */
  send(message: Message): Promise<DeliveryResponse>
}

/** Runs the schedules and delivers the messages whose time has come. */
export class Dispatcher {
  readonly #broker: Broker
  readonly #options: Options
  readonly #rates = new RateLimiter()
  readonly #inFlight = new Map<string, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #awakening: NodeJS.Immediate | undefined
  #isHeld = false
  #isClosed = false

  constructor(broker: Broker, options: Options) {
    this.#broker = broker
    this.#options = options
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Call this after each change: soon, it starts what is due and waits for what will be. */
  wake(): void {
    // Changes come in groups, and from within `#startDue`.
    this.#awakening ??= setImmediate(() => {
      this.#awakening = undefined
      this.#continue()
    })
  }

  /** Stops the timer while `work` decides what is delivered when. */
  async hold<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#isHeld = true
    clearTimeout(this.#timer)
    try {
      return await work()
    } finally {
      this.#isHeld = false
      this.wake()
    }
  }

  /** Delivers everything that is due and waits for the outcomes, including what becomes due meanwhile. */
  async deliverDue({ oneByOne = false } = {}): Promise<void> {
    for (;;) {
      this.#startDue(oneByOne)
      if (this.#inFlight.size === 0) return
      await Promise.race(this.#inFlight.values())
    }
  }

  /** When the next schedule or message is due, in milliseconds UTC. Null if nothing is planned. */
  nextDue(): number | null {
    const { store, clock } = this.#broker
    const runs = store.schedules.all().flatMap(({ isPaused, nextRun }) => (isPaused ? [] : (nextRun ?? [])))
    const attempts = readyMessages(store, this.#ids(), clock.now()).map(({ nextAttempt }) => nextAttempt)
    const times = [...runs, ...attempts]
    return times.length === 0 ? null : times.reduce((first, time) => Math.min(first, time))
  }

  /** Starts nothing more. What is on its way stays undelivered, and is delivered again after a restart. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    clearImmediate(this.#awakening)
  }

  #continue(): void {
    clearTimeout(this.#timer)
    if (!this.#options.timer || this.#isHeld || this.#isClosed) return
    this.#startDue(false)
    // The end of each delivery wakes this again.
    if (this.#freePlaces() === 0) return
    const next = this.nextDue()
    if (next === null) return
    // It may have become due since.
    const wait = Math.max(0, next - this.#broker.clock.now())
    this.#timer = setTimeout(() => this.wake(), Math.min(wait, MAX_WAIT))
  }

  #startDue(oneByOne: boolean): void {
    if (this.#isClosed) return
    runDueSchedules(this.#broker, { oneByOne })
    const places = this.#freePlaces()
    if (places === 0) return
    const { store, clock } = this.#broker
    const now = clock.now()
    const due = readyMessages(store, this.#ids(), now).filter(({ nextAttempt }) => nextAttempt <= now)
    for (const message of due.slice(0, places)) this.#startOrPostpone(message, now)
  }

  #startOrPostpone(message: Message, now: number): void {
    const { flowControl } = message
    const freeAt = flowControl === null ? now : this.#rates.freeAt(flowControl, now)
    if (freeAt > now) {
      this.#broker.store.messages.put({ ...message, nextAttempt: freeAt })
      return
    }
    if (flowControl !== null) this.#rates.count(flowControl, now)
    const delivery = this.#deliver(message).finally(() => {
      this.#inFlight.delete(message.id)
      this.wake()
    })
    this.#inFlight.set(message.id, delivery)
  }

  async #deliver(message: Message): Promise<void> {
    const { store, events, clock } = this.#broker
    events.record('ACTIVE', message, clock.now())
    const response = await this.#options.send(message)
    // It may have been canceled meanwhile.
    if (!this.#isClosed && store.messages.get(message.id) !== undefined)
      recordOutcome(this.#broker, message, response)
  }

  #freePlaces(): number {
    return Math.max(0, MAX_PARALLEL - this.#inFlight.size)
  }

  #ids(): ReadonlySet<string> {
    return new Set(this.#inFlight.keys())
  }
}
