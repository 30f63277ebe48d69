import { type Namespace, namespaces } from './cache-key.ts'

interface Ways {
  readonly renew: (namespaces: readonly Namespace[]) => Promise<void>
  readonly probe: () => Promise<void>
}

/** Milliseconds between two tries. */
const PAUSE = 1000

/** Whether this isolate may believe what Redis says, and what has to happen until it may again. */
export class Trust {
  readonly #ways: Ways
  /** Bumps that have not gone through. The mark tells a later one of the same namespace from it. */
  readonly #owed = new Map<Namespace, symbol>()
  #failed = false
  #nextTry = 0

  constructor(ways: Ways) {
    this.#ways = ways
  }

  /** False after a failure, and as long as a bump is owed: then nobody reads or stores. */
  get isWhole(): boolean {
    return !this.#failed && this.#owed.size === 0
  }

  /** A call has failed: nobody is to wait for the next one. */
  lose(error: unknown): void {
    this.#nextTry = Date.now() + PAUSE
    // By its name only: the client's words repeat the command, and what people searched for is in there.
    if (!this.#failed) console.warn(`The cache is left alone: ${error instanceof Error ? error.name : '?'}`)
    this.#failed = true
  }

  /** Makes these stale; false when that did not go through, or could not be tried: then it is owed. */
  async bump(bumped: readonly Namespace[]): Promise<boolean> {
    this.#owe(bumped)
    if (!this.#failed) await this.#attempt()
    return !this.#failed
  }

  /** One try to win it back, at most one each PAUSE. For the background. */
  async restore(): Promise<void> {
    if (!this.isWhole && Date.now() >= this.#nextTry) await this.#attempt()
  }

  /** Tries until all that is owed has gone through, for a quarter of a minute. For the background. */
  async persist(): Promise<void> {
    for (const pause of [0, 1, 1, 2, 4, 8]) {
      await new Promise((resolve) => setTimeout(resolve, pause * PAUSE))
      if (!this.isWhole && (pause === 0 || Date.now() >= this.#nextTry)) await this.#attempt()
      if (this.isWhole) return
    }
  }

  async #attempt(): Promise<void> {
    this.#nextTry = Date.now() + PAUSE
    const due = [...this.#owed]
    try {
      await (due.length > 0 ? this.#ways.renew(due.map(([namespace]) => namespace)) : this.#ways.probe())
      // What was bumped again meanwhile may have been written after Redis did this.
      for (const [namespace, mark] of due)
        if (this.#owed.get(namespace) === mark) this.#owed.delete(namespace)
      if (this.#failed) console.info('The cache is back')
      this.#failed = false
    } catch (error) {
      // It stays away: then other isolates' bumps may be lost, and these isolates be gone when it is back.
      if (this.#failed) this.#owe(namespaces)
      this.lose(error)
    }
  }

  #owe(bumped: readonly Namespace[]): void {
    for (const namespace of bumped) this.#owed.set(namespace, Symbol(namespace))
  }
}
