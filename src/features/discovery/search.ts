import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Prefetched } from '../../platform/db/prefetch.ts'
import type { Select } from '../../platform/db/select.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { hasSessionCookie } from '../accounts/sessions/session-token.ts'

interface Definition<Query, Row> {
  readonly parse: (query: Readonly<Record<string, string>>) => Query
  /** Null if nothing can match. */
  readonly select: (c: AppContext, query: Query) => Select<readonly Row[]> | null
}

export interface Search<Query, Row> {
  /** Goes before the middleware that loads the viewer, so that both are read in one round trip. */
  readonly prefetch: MiddlewareHandler<AppEnv>
  readonly query: (c: AppContext) => Query
  /** The prefetched rows; null if there are none. */
  readonly prefetched: (c: AppContext) => Promise<readonly Row[]> | null
}

/**
 * A search page whose rows are prefetched: they are the same for everybody, so they are read together with the
 * viewer. Two cases are not prefetched, because they are cached: the pages of visitors, which have no session cookie,
 * and the rows that many people ask for.
 */
export function defineSearch<Query extends SearchQuery, Row>({
  parse,
  select,
}: Definition<Query, Row>): Search<Query, Row> {
  const started = new WeakMap<AppContext, { query: Query; rows: Prefetched<readonly Row[]> | null }>()
  return {
    prefetch: createMiddleware<AppEnv>((c, next) => {
      if (hasSessionCookie(c.get('env'), c.req.header('Cookie'))) {
        const query = parse(c.req.query())
        if (!isShared(query)) {
          const found = select(c, query)
          started.set(c, { query, rows: found && c.get('db').prefetch(found) })
        }
      }
      return next()
    }),
    query: (c) => started.get(c)?.query ?? parse(c.req.query()),
    prefetched(c) {
      const start = started.get(c)
      // Without a viewer, the session has ended. The page is then cached like any visitor's.
      if (!start || !c.get('viewer')) return null
      return start.rows?.rows() ?? Promise.resolve([])
    },
  }
}

interface SearchQuery {
  readonly search: { readonly query: string; readonly sort: string }
  readonly after: unknown
}

/** Whether many people ask for it: the first page without filters, in any order. */
function isShared({ search, after }: SearchQuery): boolean {
  const { query, sort, ...filters } = search
  return query === '' && after === null && Object.values(filters).every((value) => value === null)
}
