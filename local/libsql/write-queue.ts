/** The result of an attempt. It is not `done` if it only failed because of the lock. */
export interface Attempt<Result> {
  done: boolean
  result: Result
}

interface Waiting {
  /** Tries once. True if it succeeded or failed for good. */
  attempt: () => boolean
  giveUp: () => void
  deadline: number
}

/** How long a statement waits for the write lock, in ms, before it fails with SQLITE_BUSY. */
const TIMEOUT = 5_000

/** Another process may hold the lock, so the queue also checks regularly, in ms. */
const CHECK_INTERVAL = 20

/**
 * Statements that wait for the write lock, first come, first served. SQLite's own way of waiting would block the event
 * loop, including the request that will release the lock.
 */
export class WriteQueue {
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  readonly #beforeCheck: () => void
  #closed = false

  /** `beforeCheck` may release a lock that was held too long. It is called while statements wait. */
  constructor(beforeCheck: () => void) {
    this.#beforeCheck = beforeCheck
  }

  /**
   * Repeats `attempt` whenever the lock may be free, and returns the first result that is done. After five seconds, or
   * when the queue closes, returns the latest result (at first `refused`). Rejects with what `attempt` throws.
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
      const deadline = performance.now() + TIMEOUT
      this.#waiting.push({ attempt: tryOnce, giveUp: () => resolve(latest), deadline })
      this.#timer ??= setInterval(() => this.#check(), CHECK_INTERVAL)
    })
  }

  /** Call this when a lock may have been released. */
  wake(): void {
    while (this.#waiting[0]?.attempt()) this.#waiting.shift()
    if (this.#waiting.length === 0) this.#stopChecking()
  }

  /** Ends all waiting, now and in the future. */
  close(): void {
    this.#closed = true
    for (const waiting of this.#waiting.splice(0)) waiting.giveUp()
    this.#stopChecking()
  }

  #check(): void {
    this.#beforeCheck()
    this.wake()
    const now = performance.now()
    while ((this.#waiting[0]?.deadline ?? now) < now) this.#waiting.shift()?.giveUp()
  }

  #stopChecking(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
