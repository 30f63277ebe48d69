import type { UserId } from '../../src/shared/ids.ts'
import type { Size } from './size.ts'

/** What everything in the demo follows from. */
export interface World {
  readonly seed: number
  readonly now: number
  readonly size: Size
  readonly adminId: UserId
  /** Everybody's: one hash, since each takes 200 ms. */
  readonly passwordHash: string
}

/** The platform's currency where nothing else is configured. */
export const CURRENCY = 'USD'
