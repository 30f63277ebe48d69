import type { DeliveryOptions } from '../store/documents.ts'

type FlowControl = NonNullable<DeliveryOptions['flowControl']>

/** Flow control by rate: how many messages with a key may start within a period. */
export class RateLimiter {
  /** When messages were started in the last period, oldest first. */
  readonly #starts = new Map<string, number[]>()

  /** When the next message may start, in milliseconds UTC: `now`, or later. */
  freeAt({ key, rate, period }: FlowControl, now: number): number {
    if (rate === null || period === null) return now
    const length = period * 1_000
    // A start in the future was before the clock was moved back.
    const recent = (this.#starts.get(key) ?? []).filter((start) => start > now - length && start <= now)
    this.#starts.set(key, recent)
    const [oldest] = recent.slice(-rate)
    return recent.length < rate || oldest === undefined ? now : oldest + length
  }

  /** Call this when a message starts. */
  count({ key, rate }: FlowControl, now: number): void {
    if (rate !== null) this.#starts.set(key, [...(this.#starts.get(key) ?? []), now])
  }
}
