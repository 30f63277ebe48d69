import type { Clock } from '../clock.ts'
import type { EventLog } from '../store/event-log.ts'
import type { Store } from '../store/store.ts'
import type { DailyQuota } from './daily-quota.ts'

/** What every operation on messages and schedules needs. */
export interface Broker {
  readonly store: Store
  readonly events: EventLog
  readonly clock: Clock
  readonly quota: DailyQuota
  /** Milliseconds for which a deduplication id is remembered. */
  readonly deduplicationWindow: number
  /** Multiplies the exponential back-off, to shorten it locally. */
  readonly backOffFactor: number
  /** Call this after each change: something may be due now. */
  wake(): void
}
