import type { UserId } from '../../shared/ids.ts'

/** Who does something to a request and when; notifications name amounts in the platform's currency. */
export interface ActionContext {
  readonly actor: UserId
  /** Milliseconds UTC. */
  readonly now: number
  /** ISO 4217. */
  readonly currency: string
}
