/** What a try came to; not `done` if it failed for the lock alone. */
export interface Attempt<Result> {
  done: boolean
  result: Result
}

interface Waiting {
  /** Tries once; true when it is over, for better or worse. */
  attempt: () => boolean
  giveUp: () => void
  deadline: number
}

/** How long a statement waits for the write lock, in ms, before it fails with SQLITE_BUSY. */
const PATIENCE = 5_000

/** Another process may hold the lock, and nobody here would hear of its end: ms between two looks. */
const LOOK_AGAIN = 20

/**
 * Those who wait for the write lock, in the order of their coming. SQLite's own waiting would stop the event
 * loop, and with it the very request that is going to release the lock.
 */
export class WriteQueue {
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  readonly #beforeLook: () => void
  #closed = false

  /** `beforeLook` may free a lock that has been held too long. It is called as long as anybody waits. */
  constructor(beforeLook: () => void) {
    this.#beforeLook = beforeLook
  }

  /**
   * Repeats `attempt` whenever the lock may be free. Gives the first result that is done; after 5 s without one,
   * or when the queue closes, the latest (at first `refused`). Rejects with what `attempt` throws.
   */
  wait<Result>(refused: Result, attempt: () => Attempt<Result>): Promise<Result> {
    if (this.#closed) return Promise.resolve(refused)

    return new Promise((resolve, reject) => {
      let latest = refused
      const tryOnce = (): boolean => {
        try {
          const { done, result } = attempt()
          latest = result
          if (done) resolve(result)
          return done
        } catch (error) {
          reject(error)
          return true
        }
      }
      const deadline = performance.now() + PATIENCE
      this.#waiting.push({ attempt: tryOnce, giveUp: () => resolve(latest), deadline })
      this.#timer ??= setInterval(() => this.#look(), LOOK_AGAIN)
    })
  }

  /** To be called when a lock may have been released. */
  wake(): void {
    while (this.#waiting[0]?.attempt()) this.#waiting.shift()
    if (this.#waiting.length === 0) this.#stopLooking()
  }

  /** Nobody shall wait any longer, now or later. */
  close(): void {
    this.#closed = true
    for (const waiting of this.#waiting.splice(0)) waiting.giveUp()
    this.#stopLooking()
  }

  #look(): void {
    this.#beforeLook()
    this.wake()
    const now = performance.now()
    while ((this.#waiting[0]?.deadline ?? now) < now) this.#waiting.shift()?.giveUp()
  }

  #stopLooking(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
