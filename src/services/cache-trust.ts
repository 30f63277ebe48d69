import { type Namespace, namespaces } from './cache-key.ts'

/** Whether this isolate may believe what Redis says, and what has to happen until it may again. */
export interface Trust {
  /** False after a failure, and as long as a bump has not gone through: then nobody reads or stores. */
  readonly whole: boolean
  /** A call has failed: nobody is to wait for the next one. */
  lose(error: unknown): void
  /**
   * Makes these stale: true once that is so. False when Redis cannot be asked or did not answer; then it is
   * owed, and tried again by `restore` and `persist`.
   */
  bump(uses: readonly Namespace[]): Promise<boolean>
  /** One try to win it back, at most one each PAUSE; for the background. */
  restore(): Promise<void>
  /** Tries until all that is owed has gone through, for a quarter of a minute; for the background. */
  persist(): Promise<void>
}

interface Ways {
  readonly renew: (uses: readonly Namespace[]) => Promise<void>
  readonly probe: () => Promise<void>
}

/** Milliseconds between two tries. */
const PAUSE = 1000

export function openTrust(ways: Ways): Trust {
  const owed = new Map<Namespace, symbol>()
  let failed = false
  let nextTry = 0
  const owe = (uses: readonly Namespace[]) => uses.forEach((use) => void owed.set(use, Symbol(use)))

  async function attempt(): Promise<void> {
    nextTry = Date.now() + PAUSE
    const due = [...owed]
    try {
      await (due.length > 0 ? ways.renew(due.map(([use]) => use)) : ways.probe())
      // What was bumped again meanwhile may have been written after Redis did this.
      for (const [use, mark] of due) if (owed.get(use) === mark) owed.delete(use)
      if (failed) console.info('The cache is back')
      failed = false
    } catch (error) {
      // It stays away: other isolates' bumps may be lost with it, and the isolates too.
      if (failed) owe(namespaces)
      lose(error)
    }
  }

  function lose(error: unknown): void {
    nextTry = Date.now() + PAUSE
    // By its name only: the client's words repeat the command, and what people searched for is in there.
    if (!failed) console.warn(`The cache is left alone: ${error instanceof Error ? error.name : 'unknown'}`)
    failed = true
  }

  const isWhole = () => !failed && owed.size === 0
  return {
    get whole() {
      return isWhole()
    },
    lose,
    async bump(uses) {
      owe(uses)
      if (!failed) await attempt()
      return !failed
    },
    async restore() {
      if (!isWhole() && Date.now() >= nextTry) await attempt()
    },
    async persist() {
      for (const pause of [0, 1, 1, 2, 4, 8]) {
        await new Promise((resolve) => setTimeout(resolve, pause * PAUSE))
        if (isWhole()) return
        if (pause === 0 || Date.now() >= nextTry) await attempt()
      }
    },
  }
}
