import {
  type AdRequest,
  accept,
  type Origin,
  open,
  propose,
  reject,
  withdraw,
} from '../../src/features/ad-requests/ad-request.ts'
import { type Offer, otherSide, type Proposal, type Side } from '../../src/features/ad-requests/offer.ts'
import type { RejectionReason } from '../../src/features/ad-requests/rejection-reasons.ts'
import type { AdRequestId, UserId } from '../../src/shared/ids.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import type { Result } from '../../src/shared/result.ts'
import type { Campaign } from './campaigns.ts'
import type { Influencer } from './influencers.ts'

export interface Pair {
  readonly campaign: Campaign
  readonly influencer: Influencer
  readonly origin: Origin
}

/** One thing that happened in a negotiation; `by` is null for the clock. */
export interface Act {
  readonly kind: 'opened' | 'countered' | 'edited' | 'accepted' | 'rejected' | 'withdrawn' | 'expired'
  readonly by: Side | null
  readonly at: number
  readonly offer: Offer
}

export interface Message {
  readonly by: Side
  readonly body: string
  readonly at: number
}

/** A negotiation as it went, played by the product's own rules: what they refuse throws. */
export class Negotiation {
  readonly pair: Pair
  readonly createdAt: number
  readonly offers: Offer[] = []
  readonly #said: Message[] = []
  readonly acts: Act[] = []
  rejection: { readonly reason: RejectionReason; readonly words: string } | null = null
  #adRequest: AdRequest

  constructor(id: AdRequestId, pair: Pair, proposal: Proposal, at: number) {
    const by = pair.origin === 'invitation' ? 'sponsor' : 'influencer'
    const around = situationOf(pair)
    const latest = granted(open(by, proposal, around, at))
    this.pair = pair
    this.createdAt = at
    this.#adRequest = { ...around, ...tie(id, pair), latest, turn: otherSide(by), closesAt: latest.expiresAt }
    this.#note('opened', by, at)
    this.offers.push(latest)
  }

  get adRequest(): AdRequest {
    return this.#adRequest
  }

  get latest(): Offer {
    return this.#adRequest.latest
  }

  /** A counter-offer, or one's own offer made anew. */
  offer(by: Side, proposal: Proposal, at: number): void {
    const isEdit = this.latest.madeBy === by
    this.#adRequest = granted(propose(this.#adRequest, by, this.latest.number, proposal, at))
    this.offers.push(this.latest)
    this.#note(isEdit ? 'edited' : 'countered', by, at)
  }

  /** `committed` is what the campaign has agreed to before. */
  accept(committed: Cents, at: number): void {
    const { turn, campaign } = this.#adRequest
    const before = { ...this.#adRequest, campaign: { ...campaign, committed } }
    this.#adRequest = granted(accept(before, turn, this.latest.number, at))
    this.#note('accepted', turn, at)
  }

  reject(reason: RejectionReason, words: string, at: number): void {
    const { turn } = this.#adRequest
    this.#adRequest = granted(reject(this.#adRequest, turn, at))
    this.rejection = { reason, words }
    this.#note('rejected', turn, at)
  }

  withdraw(at: number): void {
    this.#adRequest = granted(withdraw(this.#adRequest, this.latest.madeBy, at))
    this.#note('withdrawn', this.latest.madeBy, at)
  }

  /** A job has noted that the latest offer ran out. */
  expire(): void {
    this.#adRequest = { ...this.#adRequest, state: 'expired' }
    this.#note('expired', null, this.#adRequest.closesAt)
  }

  say(by: Side, body: string, at: number): void {
    this.#said.push({ by, body, at })
  }

  hasSaid(body: string): boolean {
    return this.#said.some((message) => message.body === body)
  }

  /** Oldest first. */
  get messages(): readonly Message[] {
    return this.#said.sort((one, other) => one.at - other.at)
  }

  userOf(side: Side): UserId {
    return side === 'sponsor' ? this.pair.campaign.sponsor.id : this.pair.influencer.id
  }

  #note(kind: Act['kind'], by: Side | null, at: number): void {
    this.acts.push({ kind, by, at, offer: this.latest })
  }
}

function tie(id: AdRequestId, { campaign, influencer, origin }: Pair) {
  return {
    id,
    campaignId: campaign.id,
    sponsorId: campaign.sponsor.id,
    influencerId: influencer.id,
    origin,
    state: 'pending',
    version: 1,
  } as const
}

// As it was then: `closedAt` of a campaign keeps what comes after its end away from here.
function situationOf({ campaign, influencer }: Pair) {
  const { name, endsAt, budget, sponsor } = campaign
  return {
    campaign: { name, state: 'active', flagged: false, endsAt, budget, committed: cents(0), version: 1 },
    sponsor: { name: sponsor.company, active: true },
    influencer: { name: influencer.name.full, active: true, flagged: false },
  } as const
}

function granted<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`The demo did what the rules refuse: ${result.refusal.kind}`)
}
