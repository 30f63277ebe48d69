import type { CacheStatus } from '../cache/cache.ts'

/** Collects what a request waited for, for its `Server-Timing` header. */
export class Timing {
  #milliseconds = 0
  #status: CacheStatus | null = null

  readonly onRead = (milliseconds: number): void => {
    this.#milliseconds += milliseconds
  }

  /** If a page has several parts, the most expensive status counts. */
  readonly onStatus = (status: CacheStatus): void => {
    if (this.#status === null || byCost.indexOf(status) > byCost.indexOf(this.#status)) this.#status = status
  }

  /** A page that did not use the cache counts as a bypass. */
  get header(): string {
    return `cache;desc=${this.#status ?? 'bypass'}, db;dur=${this.#milliseconds.toFixed(1)}`
  }
}

const byCost: readonly CacheStatus[] = ['hit', 'miss', 'bypass']
