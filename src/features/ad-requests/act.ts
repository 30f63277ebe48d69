import type { UserId } from '../../shared/ids.ts'

/** Who does something to a request and when; notices name amounts in the platform's currency. */
export interface Act {
  readonly actor: UserId
  /** Milliseconds UTC. */
  readonly now: number
  /** ISO 4217. */
  readonly currency: string
}
