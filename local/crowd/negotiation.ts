import {
  type AdRequest,
  accept,
  type Origin,
  open,
  propose,
  reject,
  remainingBudget,
  withdraw,
} from '../../src/features/ad-requests/ad-request.ts'
import { type Offer, offerLifetimes, otherSide } from '../../src/features/ad-requests/offer.ts'
import type { AdRequestId, UserId } from '../../src/shared/ids.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import type { Result } from '../../src/shared/result.ts'
import { addDays, dayAt } from '../../src/shared/time.ts'
import type { OpenCampaign } from './campaigns.ts'
import { lastSweep } from './plan.ts'
import type { Random } from './random.ts'
import { adjective, noun } from './text.ts'

export interface FirstOffer {
  readonly id: AdRequestId
  readonly campaign: OpenCampaign
  readonly influencerId: UserId
  readonly price: Cents
  /** Milliseconds UTC. */
  readonly at: number
}

export interface Negotiation {
  /** In the state that it has at `now`. */
  readonly request: AdRequest
  readonly offers: readonly Offer[]
}

/** Negotiates a request by the rules of the site until it is closed or `now` is reached. */
export function negotiate(
  { id, campaign, influencerId, price, at: createdAt }: FirstOffer,
  now: number,
  random: Random,
): Negotiation {
  const origin: Origin = campaign.isPrivate || random.chance(0.6) ? 'invitation' : 'application'
  const by = origin === 'invitation' ? 'sponsor' : 'influencer'
  const context = {
    campaign: {
      name: '',
      state: 'active',
      flagged: false,
      endDate: campaign.endDate,
      endsAt: campaign.endsAt,
      timeZone: campaign.timeZone,
      budget: campaign.budget,
      committed: cents(campaign.committed),
      version: 1,
    },
    sponsor: { name: '', active: true, flagged: false },
    influencer: { name: '', active: true, flagged: false },
  } as const
  const lifetime = random.pick(offerLifetimes)
  const terms = { usageChannels: ['organic'], usageMonths: 3, requirements: '', lifetime } as const
  const first = granted(
    open(
      by,
      {
        ...terms,
        paymentAmount: affordable(by, price, context.campaign),
        deliverables: deliverablesAt(createdAt, campaign),
        message: `I like your ${adjective(random)} ${noun(random)}.`,
      },
      context,
      createdAt,
    ),
  )
  const offers: Offer[] = [first]
  const ids = { id, campaignId: campaign.id, sponsorId: campaign.sponsorId, influencerId, origin }
  let request: AdRequest = {
    ...context,
    ...ids,
    state: 'pending',
    turn: otherSide(by),
    flagged: false,
    latest: first,
    closesAt: first.expiresAt,
    version: 1,
  }

  for (let at = timeOfAnswer(request, random); at < now; at = timeOfAnswer(request, random)) {
    const { latest, turn } = request
    const roll = random.next()
    if (roll < 0.35) {
      const side = roll < 0.05 ? latest.madeBy : turn
      const wanted = cents(latest.paymentAmount + (turn === 'influencer' ? 50_00 : 20_00))
      const paymentAmount = affordable(side, wanted, context.campaign)
      const deliverables = deliverablesAt(at, campaign)
      const next = { ...latest, ...terms, paymentAmount, deliverables, message: '' }
      const isBetter = paymentAmount !== latest.paymentAmount
      const proposed = isBetter ? propose(request, side, latest.number, next, at) : null
      if (proposed?.ok) {
        request = proposed.value
        offers.push(request.latest)
        continue
      }
      // The campaign has nothing left for a better offer, so nobody answers.
      return { request: swept(request, now), offers }
    }
    const accepted = roll < 0.7 ? accept(request, turn, latest.number, at) : null
    if (accepted?.ok) {
      request = accepted.value
      campaign.committed += latest.paymentAmount
    } else if (roll < 0.85) request = granted(reject(request, turn, at))
    else if (roll < 0.92) request = granted(withdraw(request, latest.madeBy, at))
    break
  }
  return { request: swept(request, now), offers }
}

/** As the last sweep has left it. */
function swept(request: AdRequest, now: number): AdRequest {
  const isOver = request.state === 'pending' && request.closesAt <= lastSweep(now)
  return isOver ? { ...request, state: 'expired' } : request
}

/** A sponsor cannot offer more than the campaign has left. */
function affordable(
  by: 'sponsor' | 'influencer',
  price: Cents,
  campaign: { readonly budget: Cents; readonly committed: Cents },
): Cents {
  return by === 'sponsor' ? cents(Math.min(price, remainingBudget(campaign))) : price
}

function deliverablesAt(at: number, { wanted, endDate, timeZone }: OpenCampaign) {
  const inTwoWeeks = addDays(dayAt(at, timeZone), 14)
  return wanted.map((one) => ({ ...one, dueDate: endDate < inTwoWeeks ? endDate : inTwoWeeks }))
}

/** A time after the latest offer was made and before it expires. */
function timeOfAnswer({ latest: { madeAt, expiresAt } }: AdRequest, random: Random): number {
  return madeAt + 1 + Math.floor((expiresAt - madeAt - 1) * random.between(0.05, 0.95))
}

function granted<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`The rules refuse a step of the crowd's negotiations: ${result.refusal.kind}`)
}
