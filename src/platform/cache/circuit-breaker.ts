import { type Namespace, namespaces } from './namespaces.ts'

interface Redis {
  readonly renewVersions: (namespaces: readonly Namespace[]) => Promise<void>
  readonly ping: () => Promise<void>
}

/** Milliseconds between two attempts to reach a Redis that failed. */
const PAUSE = 1000

/**
 * Keeps an isolate away from Redis after a failure, so that one visitor waits for it, not all of them; and until
 * every invalidation has gone through, so that none of them sees what was stored before it.
 */
export class CircuitBreaker {
  readonly #redis: Redis
  /** Invalidations that have not gone through. The symbol tells a later one of the same namespace apart. */
  readonly #pending = new Map<Namespace, symbol>()
  #hasFailed = false
  #nextAttempt = 0

  constructor(redis: Redis) {
    this.#redis = redis
  }

  /** Closed: Redis may be used. Open: it may not. Half open: time for one attempt to close it. */
  get state(): 'closed' | 'open' | 'halfOpen' {
    if (!this.#hasFailed && this.#pending.size === 0) return 'closed'
    return Date.now() < this.#nextAttempt ? 'open' : 'halfOpen'
  }

  /** Runs a call to Redis; null if it is open, or if the call fails. */
  async run<Value>(call: () => Promise<Value>): Promise<Value | null> {
    if (this.state !== 'closed') return null
    try {
      return await call()
    } catch (error) {
      this.#open(error)
      return null
    }
  }

  /** Invalidates; false if that failed, or was not tried: then it stays open until it has gone through. */
  async invalidate(stale: readonly Namespace[]): Promise<boolean> {
    this.#addPending(stale)
    if (!this.#hasFailed) await this.#attempt()
    return !this.#hasFailed
  }

  /** Tries to close it if it is half open. For the background. */
  async tryToClose(): Promise<void> {
    if (this.state === 'halfOpen') await this.#attempt()
  }

  /** Keeps trying to close it for a quarter of a minute. For the background. */
  async keepTryingToClose(): Promise<void> {
    for (const pause of [0, 1, 1, 2, 4, 8]) {
      await new Promise((resolve) => setTimeout(resolve, pause * PAUSE))
      if (this.state === 'closed') return
      if (pause === 0 || this.state === 'halfOpen') await this.#attempt()
    }
  }

  async #attempt(): Promise<void> {
    this.#nextAttempt = Date.now() + PAUSE
    const due = [...this.#pending]
    try {
      if (due.length === 0) await this.#redis.ping()
      else await this.#redis.renewVersions(due.map(([namespace]) => namespace))
      // A namespace that was invalidated again in the meantime stays pending: its write may be newer than this.
      for (const [namespace, mark] of due) {
        if (this.#pending.get(namespace) === mark) this.#pending.delete(namespace)
      }
      if (this.#hasFailed) console.info('The cache is back')
      this.#hasFailed = false
    } catch (error) {
      // Redis stays away. Other isolates may have failed to invalidate too, and be gone when it is back.
      if (this.#hasFailed) this.#addPending(namespaces)
      this.#open(error)
    }
  }

  #open(error: unknown): void {
    this.#nextAttempt = Date.now() + PAUSE
    // Only the error's name: its message repeats the command, which holds what people searched for.
    if (!this.#hasFailed) console.warn(`The cache is off: ${error instanceof Error ? error.name : '?'}`)
    this.#hasFailed = true
  }

  #addPending(stale: readonly Namespace[]): void {
    for (const namespace of stale) this.#pending.set(namespace, Symbol(namespace))
  }
}
