import { createMiddleware } from 'hono/factory'
import type { Came } from '../cache/cache.ts'
import type { AppEnv } from './context.ts'

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

/**
 * On every page: whether it came from the cache, and how many milliseconds of it were reads of the database. Not
 * on the answer to a form: at sign-in it would tell a stranger, without the network's noise, how long we looked.
 */
export const serverTiming = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.req.method === 'GET') c.res.headers.set('Server-Timing', c.var.timing.header)
})
