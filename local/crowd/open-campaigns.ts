import { HOUR } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import type { Random } from './random.ts'

/** The campaigns that take new requests at a moment; time only goes on. */
export class OpenCampaigns {
  readonly #coming: readonly Campaign[]
  readonly #open: Campaign[] = []
  #next = 0

  /** Northway's own story is told elsewhere, so that chance does not spend its budget. */
  constructor(campaigns: readonly Campaign[]) {
    this.#coming = campaigns
      .filter(({ publishedAt, place }) => publishedAt !== null && place !== 'told')
      .sort((one, other) => opensAt(one) - opensAt(other))
  }

  /** Any of them; null where all are closed at the moment. */
  any(at: number, random: Random): Campaign | null {
    this.#open.push(...this.#openedBy(at))
    while (this.#open.length > 0) {
      const place = random.whole(0, this.#open.length - 1)
      const campaign = this.#open[place]
      if (campaign && campaign.closedAt > at + HOUR) return campaign
      this.#remove(place)
    }
    return null
  }

  /** When the next one opens; null where none is to come. */
  get nextOpening(): number | null {
    const next = this.#coming[this.#next]
    return next ? opensAt(next) : null
  }

  *#openedBy(at: number): Generator<Campaign> {
    for (let next = this.#coming[this.#next]; next && opensAt(next) <= at; next = this.#coming[this.#next]) {
      this.#next += 1
      yield next
    }
  }

  #remove(place: number): void {
    const last = this.#open.pop()
    if (last && place < this.#open.length) this.#open[place] = last
  }
}

function opensAt({ publishedAt, createdAt }: Campaign): number {
  return (publishedAt ?? createdAt) + HOUR
}
