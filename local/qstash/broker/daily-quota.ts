import { Refusal } from '../refusal.ts'

const DAY = 86_400_000

/** How many messages are accepted on one day (UTC). QStash answers 429 beyond. */
export class DailyQuota {
  readonly #limit: number
  #day = 0
  #used = 0

  /** Infinity means no limit. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Throws a 429 with the headers by which clients recognize the daily limit. `now` is milliseconds UTC. */
  use(now: number): void {
    const day = Math.floor(now / DAY)
    if (day !== this.#day) this.#used = 0
    this.#day = day
    if (this.#used >= this.#limit) {
      throw new Refusal(429, `quota maxDailyMessages exceeded. Limit: ${this.#limit}`, {
        'RateLimit-Limit': `${this.#limit}`,
        'RateLimit-Remaining': '0',
        'RateLimit-Reset': `${Math.ceil(((day + 1) * DAY) / 1_000)}`,
      })
    }
    this.#used += 1
  }
}
