import { type Namespace, namespaces } from './namespaces.ts'
import type { CacheRedis } from './redis.ts'

/** Milliseconds between two attempts to reach Redis after a failure. */
const PAUSE = 1000

/**
 * Stops an isolate from using Redis after a failure, because otherwise every visitor would wait for it. It stays open
 * until every invalidation has succeeded, because otherwise visitors could see stale values.
 */
export class CircuitBreaker {
  readonly #redis: CacheRedis
  /** Invalidations that have not succeeded yet. A later invalidation of the same namespace has another symbol. */
  readonly #pending = new Map<Namespace, symbol>()
  #hasFailed = false
  #nextAttempt = 0

  constructor(redis: CacheRedis) {
    this.#redis = redis
  }

  /** Whether Redis may not be used. */
  get isOpen(): boolean {
    return this.#hasFailed || this.#pending.size > 0
  }

  /** Runs a call to Redis. Null if the breaker is open or the call fails. */
  async run<Value>(call: () => Promise<Value>): Promise<Value | null> {
    if (this.isOpen) return null
    try {
      return await call()
    } catch (error) {
      this.#open(error)
      return null
    }
  }

  /** Invalidates. False if Redis is down: then the breaker stays open until the invalidation succeeds. */
  async invalidate(stale: readonly Namespace[]): Promise<boolean> {
    this.#addPending(stale)
    if (!this.#hasFailed) await this.#attempt()
    return !this.#hasFailed
  }

  /** Tries to close the breaker, at most once a second. Call it in the background. */
  async tryToClose(): Promise<void> {
    if (this.isOpen && Date.now() >= this.#nextAttempt) await this.#attempt()
  }

  /** Tries to close the breaker for a quarter of a minute. Call it in the background. */
  async keepTryingToClose(): Promise<void> {
    for (const pauses of [0, 1, 1, 2, 4, 8]) {
      await new Promise((resolve) => setTimeout(resolve, pauses * PAUSE))
      if (!this.isOpen) return
      await this.tryToClose()
    }
  }

  async #attempt(): Promise<void> {
    this.#nextAttempt = Date.now() + PAUSE
    const due = [...this.#pending]
    try {
      if (due.length === 0) await this.#redis.ping()
      else await this.#redis.renewVersions(due.map(([namespace]) => namespace))
      // A namespace that was invalidated again during the call stays pending, because its write may be newer.
      for (const [namespace, mark] of due) {
        if (this.#pending.get(namespace) === mark) this.#pending.delete(namespace)
      }
      if (this.#hasFailed) console.info('The cache is back')
      this.#hasFailed = false
    } catch (error) {
      // Redis is still down. Other isolates may have failed to invalidate too, and may be gone when it is back.
      if (this.#hasFailed) this.#addPending(namespaces)
      this.#open(error)
    }
  }

  #open(error: unknown): void {
    this.#nextAttempt = Date.now() + PAUSE
    // Logs only the error's name. Its message repeats the command, which contains what people searched for.
    if (!this.#hasFailed) console.warn(`The cache is off: ${error instanceof Error ? error.name : '?'}`)
    this.#hasFailed = true
  }

  #addPending(stale: readonly Namespace[]): void {
    for (const namespace of stale) this.#pending.set(namespace, Symbol(namespace))
  }
}
