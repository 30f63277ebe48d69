import type { UserId } from './ids.ts'

/** Who is acting, when, in which request, and the currency of amounts in notifications. */
export interface ActionContext {
  readonly actor: UserId
  /** Milliseconds UTC. */
  readonly now: number
  /** ISO 4217. */
  readonly currency: string
  /** The id of the HTTP request, for the audit log. */
  readonly requestId: string
}
