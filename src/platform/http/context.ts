import type { Context, ExecutionContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../env.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Cache } from '../cache/cache.ts'
import type { Database } from '../db/database.ts'
import type { PageMeta } from './page-meta.ts'
import type { Timing } from './timing.ts'

/** Who is signed in, as every page needs it. Loaded once a request, in one query. */
export interface Viewer {
  readonly id: UserId
  readonly username: string
  readonly displayName: string
  readonly role: 'admin' | 'sponsor' | 'influencer'
  /** A suspended account has no viewer: it is signed out. */
  readonly status: 'pending' | 'active' | 'rejected'
  readonly timeZone: string
  /** For the bell and the navigation's count; both stop counting at 100. */
  readonly unreadNotifications: number
  readonly awaitingReply: number
}

export interface AppEnv {
  Bindings: Record<string, unknown>
  Variables: {
    readonly env: Env
    readonly db: Database
    readonly cache: Cache
    readonly timing: Timing
    /** Milliseconds UTC: the one reading of the clock in a request. */
    readonly now: number
    readonly requestId: string
    readonly viewer: Viewer | null
    /** Answers with a page in its layout, or with a part of one and the title that goes with it. */
    readonly answer: (
      content: Child,
      title: string,
      extent: 'page' | 'region',
      about?: PageMeta,
    ) => Response | Promise<Response>
  }
}

export type AppContext = Context<AppEnv>

/** Lets work that the answer need not wait for go on after it. */
export function afterResponse(c: { executionCtx: ExecutionContext }, work: Promise<unknown>): void {
  c.executionCtx.waitUntil(work.catch((error: unknown) => console.error('after the answer:', error)))
}
