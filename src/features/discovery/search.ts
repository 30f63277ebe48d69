import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Prefetched } from '../../platform/db/prefetch.ts'
import type { Select } from '../../platform/db/select.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { hasSessionCookie } from '../accounts/sessions.ts'

interface Definition<Query, Row> {
  readonly parse: (query: Readonly<Record<string, string>>) => Query
  /** Null if nothing can match. */
  readonly select: (c: AppContext, query: Query) => Select<readonly Row[]> | null
}

export interface Search<Query, Row> {
  /** Goes before the middleware that loads the viewer, so that both are read in one round trip. */
  readonly prefetch: MiddlewareHandler<AppEnv>
  readonly query: (c: AppContext) => Query
  /** Rows read together with the viewer; null if they were not. */
  readonly prefetched: (c: AppContext) => Promise<readonly Row[]> | null
}

/**
 * A search page's query. Its rows are the same for everybody, so they can be read before it is known who asks. Only
 * if there is a session, though: the pages of visitors are cached as a whole, and a page that is cached must not
 * show anything that was read before the cache was asked. Nor if many ask for it: then the rows are cached.
 */
export function defineSearch<Query extends SearchQuery, Row>({
  parse,
  select,
}: Definition<Query, Row>): Search<Query, Row> {
  const started = new WeakMap<AppContext, { query: Query; rows: Prefetched<readonly Row[]> | null }>()
  return {
    prefetch: createMiddleware<AppEnv>((c, next) => {
      if (hasSessionCookie(c.var.env, c.req.header('Cookie'))) {
        const query = parse(c.req.query())
        if (!isShared(query)) {
          const found = select(c, query)
          started.set(c, { query, rows: found && c.var.db.prefetch(found) })
        }
      }
      return next()
    }),
    query: (c) => started.get(c)?.query ?? parse(c.req.query()),
    prefetched(c) {
      const start = started.get(c)
      // Without a viewer the session has ended, and this is the page of a visitor.
      if (!start || !c.var.viewer) return null
      return start.rows?.rows() ?? Promise.resolve([])
    },
  }
}

interface SearchQuery {
  readonly search: { readonly query: string; readonly sort: string }
  readonly after: unknown
}

/** Whether many ask for the same: the first page of everything, in any order. */
function isShared({ search, after }: SearchQuery): boolean {
  const { query, sort: _, ...filters } = search
  return query === '' && after === null && Object.values(filters).every((value) => value === null)
}
