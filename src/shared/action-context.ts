import type { UserId } from './ids.ts'

/** Who is acting, when, and the currency of amounts in notifications. */
export interface ActionContext {
  readonly actor: UserId
  /** Milliseconds UTC. */
  readonly now: number
  /** ISO 4217. */
  readonly currency: string
}
