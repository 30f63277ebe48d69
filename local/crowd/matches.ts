import { type Cents, cents } from '../../src/shared/money.ts'
import type { Category } from '../../src/shared/taxonomy.ts'
import type { Campaign } from './campaigns.ts'
import type { Influencer, Influencers } from './influencers.ts'
import type { Negotiation, Pair } from './negotiation.ts'
import type { Random } from './random.ts'
import { type Match, matchOf } from './terms.ts'

/** Who asks whom, what was agreed, and which pairs are at it already. */
export class Matches {
  readonly #influencers: Influencers
  readonly #committed: Float64Array
  /** Per campaign: when the last request with an influencer was over. */
  readonly #pairs: Map<number, number>[]

  constructor(influencers: Influencers, campaigns: number) {
    this.#influencers = influencers
    this.#committed = new Float64Array(campaigns)
    this.#pairs = Array.from({ length: campaigns })
  }

  /** Somebody whom the campaign can pay and has no open request with; null where nobody was found in a few tries. */
  find(campaign: Campaign, at: number, random: Random): { pair: Pair; match: Match } | null {
    for (let tries = 0; tries < 8; tries += 1) {
      const influencer = this.#candidate(campaign, at, random)
      if (!influencer || !this.#isFree(campaign, influencer, at)) continue
      const match = matchOf(campaign, influencer, random)
      if (!match || match.dollars * 100 > campaign.budget * 0.3) continue
      const origin = campaign.place === 'private' || random.chance(0.6) ? 'invitation' : 'application'
      return { pair: { campaign, influencer, origin }, match }
    }
    return null
  }

  committedBy({ index }: Campaign): Cents {
    return cents(this.#committed[index] ?? 0)
  }

  /** Leaves a pair to a story that is told. */
  reserve({ campaign, influencer }: Pair): void {
    this.#pairsOf(campaign).set(influencer.index, Number.POSITIVE_INFINITY)
  }

  /** Takes down what a negotiation came to. */
  note({ adRequest: { state, closesAt, latest }, pair: { campaign, influencer } }: Negotiation): void {
    const isOver = state !== 'pending' && state !== 'accepted'
    this.#pairsOf(campaign).set(influencer.index, isOver ? closesAt : Number.POSITIVE_INFINITY)
    if (state === 'accepted') {
      this.#committed[campaign.index] = this.committedBy(campaign) + latest.paymentAmount
    }
  }

  #candidate({ category }: Campaign, at: number, random: Random): Influencer | null {
    const group = related.find((one) => one.includes(category)) ?? [category]
    // Mara gets her share however many others there are: she is who people sign in as.
    const share = Math.max(0.01, 6 / this.#influencers.count)
    if (group.includes('outdoors') && random.chance(share)) return this.#influencers.at(0)
    return this.#influencers.anyOf(random.chance(0.65) ? category : random.pick(group), at, random)
  }

  #pairsOf({ index }: Campaign): Map<number, number> {
    const pairs = this.#pairs[index] ?? new Map<number, number>()
    this.#pairs[index] = pairs
    return pairs
  }

  #isFree({ index }: Campaign, influencer: Influencer, at: number): boolean {
    return (this.#pairs[index]?.get(influencer.index) ?? 0) < at
  }
}

/** Trades that look for the same people. */
const related: readonly (readonly Category[])[] = [
  ['outdoors', 'fitness', 'travel'],
  ['food', 'home', 'family', 'health'],
  ['beauty', 'fashion'],
  ['technology', 'gaming', 'business'],
]
