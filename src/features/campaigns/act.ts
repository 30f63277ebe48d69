import type { UserId } from '../../shared/ids.ts'

/** Who does it, and when (milliseconds UTC). */
export interface ActionContext {
  readonly actor: UserId
  readonly now: number
}
