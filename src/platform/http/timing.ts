import type { Came } from '../cache/cache.ts'

/** What a request waited for, as `Server-Timing` tells it. */
export class Timing {
  #milliseconds = 0
  #came: Came | null = null

  readonly onRead = (milliseconds: number): void => {
    this.#milliseconds += milliseconds
  }

  /** Of several parts of a page the one that came the longest way counts. */
  readonly onCame = (came: Came): void => {
    if (this.#came === null || ways.indexOf(came) > ways.indexOf(this.#came)) this.#came = came
  }

  /** A page that asked nothing of the cache went past it. */
  get header(): string {
    return `cache;desc=${this.#came ?? 'bypass'}, db;dur=${this.#milliseconds.toFixed(1)}`
  }
}

const ways: readonly Came[] = ['hit', 'miss', 'bypass']
