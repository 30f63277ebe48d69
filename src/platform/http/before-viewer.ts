import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from './context.ts'

/** What handlers of some pages begin before it is known who asks, so that both can be read together. */
export interface Begun<Value> {
  /** Goes before the middleware that reads the viewer. */
  readonly begin: MiddlewareHandler<AppEnv>
  /** What was begun for this request. */
  readonly of: (c: AppContext) => Value
}

export function beforeViewer<Value>(make: (c: AppContext) => Value): Begun<Value> {
  const begun = new WeakMap<AppContext, Value>()
  return {
    begin: createMiddleware<AppEnv>((c, next) => {
      begun.set(c, make(c))
      return next()
    }),
    of(c) {
      const value = begun.get(c)
      if (value === undefined) throw new Error(`${c.req.path} has nothing begun before it.`)
      return value
    },
  }
}
