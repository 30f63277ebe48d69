import type { Context, ExecutionContext } from 'hono'
import type { Env } from '../../env.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Cache } from '../cache/cache.ts'
import type { Database } from '../db/database.ts'
import type { Timing } from './timing.ts'

/** The signed-in user, with the data that every page needs. Loaded once per request, in one query. */
export interface Viewer {
  readonly id: UserId
  readonly username: string
  readonly displayName: string
  readonly role: 'admin' | 'sponsor' | 'influencer'
  /** Whoever is suspended or deleted is signed out, so there is no viewer. */
  readonly status: 'pending' | 'active' | 'rejected' | 'deleting'
  readonly timeZone: string
  /** Whether they sign in with a code too. */
  readonly hasTwoFactor: boolean
  /** The e-mail address that they still have to confirm. Null if theirs is confirmed. */
  readonly unconfirmedEmail: string | null
  /** The counts at the bell and in the navigation. Each stops at 100. The bell leaves out what this page is about. */
  readonly unreadNotifications: number
  readonly awaitingReply: number
  /** For admins: how many cases with reports by users are open. */
  readonly openAbuseCases: number
}

/**
 * A request that shows a form as it was sent, without doing what it is for. It goes to the same handler as the form
 * itself. Reading the form gives its fields with an error, so the handler shows it as after any other error, and the
 * database takes no changes.
 */
export interface Restoration {
  readonly viewer: Viewer | null
  /** Why the form is shown again. It appears where the form's other errors do. */
  readonly message: string
  /** Whether the handler has read the form. Buttons without fields do not. */
  wasRead: boolean
}

/** Each use of `c.var` creates an object of all variables. Code that runs for every request uses `c.get`. */
export interface AppEnv {
  Bindings: Record<string, unknown>
  Variables: {
    readonly env: Env
    readonly db: Database
    readonly cache: Cache
    readonly timing: Timing
    /** Milliseconds UTC. The clock is read once per request. */
    readonly now: number
    readonly requestId: string
    readonly viewer: Viewer | null
    /** Whether the viewer is a sponsor who is not approved and may not open this page unless a visitor may. */
    readonly waitsForApproval?: boolean
    /** Whether an unread notification of the viewer leads to this page. */
    readonly opensNotification?: boolean
    /** Reads the viewer's counts again, after a change. See `load-viewer.ts`. */
    readonly reloadCounts: ReloadCounts
    /** What was just done, for this response. See `flash.ts`. */
    readonly flash?: string
    /** The key of the flash text that the response shows on the next page. */
    readonly flashKey?: string
    /** Set if a form is only shown again, as it was sent. Nothing can be changed then. */
    readonly restoration: Restoration | null
  }
}

/** Queues the query for the next read of the database. Its result puts the counts into the viewer. */
export type ReloadCounts = () => () => Promise<void>

export type AppContext = Context<AppEnv>

/** Lets work continue after the response has been sent. */
export function afterResponse(c: { executionCtx: ExecutionContext }, work: Promise<unknown>): void {
  c.executionCtx.waitUntil(work.catch((error: unknown) => console.error('after the response:', error)))
}
