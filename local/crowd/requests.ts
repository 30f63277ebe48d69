import {
  type AdRequest,
  accept,
  type Origin,
  open,
  propose,
  reject,
  withdraw,
} from '../../src/features/ad-requests/ad-request.ts'
import { type Offer, offerLifetimes, otherSide } from '../../src/features/ad-requests/offer.ts'
import { type RejectionReason, rejectionReasons } from '../../src/features/ad-requests/rejection-reasons.ts'
import { adRequests, messages, offers } from '../../src/features/ad-requests/schema.ts'
import type { AdRequestId } from '../../src/shared/ids.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import type { Result } from '../../src/shared/result.ts'
import { addDays, DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import type { OpenCampaign } from './campaigns.ts'
import { influencerId, isInGoodStanding } from './people.ts'
import { dayOf, joinedAt, joinedBy, type Plan } from './plan.ts'
import { Random } from './random.ts'
import { adjective, noun } from './text.ts'

/** All negotiations in the order in which they began, each by the rules of the site. */
export function* addRequests(
  rows: BulkInsert,
  plan: Plan,
  campaigns: readonly OpenCampaign[],
  lowestPrices: Float64Array,
): Generator<number> {
  const coming = campaigns.toSorted((one, other) => one.publishedAt - other.publishedAt)
  const running: OpenCampaign[] = []
  const pairs = new Set<number>()
  let opened = 0
  for (let index = 0; index < plan.counts.requests; index += 1) {
    const random = new Random(plan.seed, 4, index)
    const at = startOf(index, plan)
    for (let next = coming[opened]; next && next.publishedAt < at; next = coming[opened]) {
      running.push(next)
      opened += 1
    }
    const campaign = pickRunning(running, at, random)
    const influencer = random.whole(0, joinedBy(at, plan) - 1)
    const pair = (campaign?.id ?? 0) * plan.counts.influencers + influencer
    const price = lowestPrices[influencer] ?? 0
    const mayAsk =
      campaign && isInGoodStanding(influencer) && joinedAt(influencer, plan) < at && !pairs.has(pair)
    if (!mayAsk || price > campaign.budget * 0.3) continue
    pairs.add(pair)
    addRequest(
      rows,
      plan,
      {
        campaign,
        influencer,
        price: cents(price),
        at,
        id: (plan.first.request + pairs.size - 1) as AdRequestId,
      },
      random,
    )
    yield index
  }
}

/** Nearly half of all requests began in the last days, or hardly any would be open. */
function startOf(index: number, { now, counts }: Plan): number {
  const share = index / counts.requests
  const ago = share < 0.55 ? 380 - (share / 0.55) * 375 : 5 * (1 - (share - 0.55) / 0.45)
  return Math.floor(now - ago * DAY) - 10 * MINUTE
}

function pickRunning(running: OpenCampaign[], at: number, random: Random): OpenCampaign | null {
  while (running.length > 0) {
    const place = random.whole(0, running.length - 1)
    const campaign = running[place]
    if (campaign && campaign.endsAt > at + HOUR) return campaign
    const last = running.pop()
    if (last && place < running.length) running[place] = last
  }
  return null
}

interface Beginning {
  readonly id: AdRequestId
  readonly campaign: OpenCampaign
  readonly influencer: number
  readonly price: Cents
  readonly at: number
}

function addRequest(
  rows: BulkInsert,
  plan: Plan,
  { id, campaign, influencer, price, at: createdAt }: Beginning,
  random: Random,
): void {
  const origin: Origin = campaign.isPrivate || random.chance(0.6) ? 'invitation' : 'application'
  const by = origin === 'invitation' ? 'sponsor' : 'influencer'
  const userId = influencerId(plan, influencer)
  const context = {
    campaign: {
      name: '',
      state: 'active',
      flagged: false,
      endsAt: campaign.endsAt,
      budget: campaign.budget,
      committed: cents(campaign.committed),
      version: 1,
    },
    sponsor: { name: '', active: true },
    influencer: { name: '', active: true, flagged: false },
  } as const
  const lifetime = random.pick(offerLifetimes)
  const terms = { usageChannels: ['organic'], usageMonths: 3, requirements: '', lifetime } as const
  const first = granted(
    open(
      by,
      {
        ...terms,
        paymentAmount: price,
        deliverables: deliverablesAt(createdAt, campaign),
        message: `I like your ${adjective(random)} ${noun(random)}.`,
      },
      context,
      createdAt,
    ),
  )
  const made: Offer[] = [first]
  const ids = { id, campaignId: campaign.id, sponsorId: campaign.sponsorId, influencerId: userId, origin }
  let request: AdRequest = {
    ...context,
    ...ids,
    state: 'pending',
    turn: otherSide(by),
    latest: first,
    closesAt: first.expiresAt,
    version: 1,
  }

  for (let at = later(request, random); at < plan.now; at = later(request, random)) {
    const { latest, turn } = request
    const roll = random.next()
    if (roll < 0.35) {
      const paymentAmount = cents(latest.paymentAmount + (turn === 'influencer' ? 50_00 : 20_00))
      request = granted(
        propose(
          request,
          roll < 0.05 ? latest.madeBy : turn,
          latest.number,
          { ...latest, ...terms, paymentAmount, deliverables: deliverablesAt(at, campaign), message: '' },
          at,
        ),
      )
      made.push(request.latest)
      continue
    }
    const accepted = roll < 0.7 ? accept(request, turn, latest.number, at) : null
    if (accepted?.ok) {
      request = accepted.value
      campaign.committed += latest.paymentAmount
    } else if (roll < 0.85) request = granted(reject(request, turn, at))
    else if (roll < 0.92) request = granted(withdraw(request, latest.madeBy, at))
    else if (request.closesAt <= plan.now && roll < 0.97) request = { ...request, state: 'expired' }
    break
  }

  const { state, turn, latest, closesAt } = request
  rows.add(adRequests, {
    ...ids,
    state,
    turn,
    offerNumber: latest.number,
    paymentAmount: latest.paymentAmount,
    closesAt,
    rejectionReason: state === 'rejected' ? random.pick(reasons) : null,
    rejectionComment: state === 'rejected' ? `Another ${noun(random)}, perhaps.` : null,
    createdAt,
    version: made.length + (state === 'pending' ? 0 : 1),
  })
  for (const offer of made) rows.add(offers, { adRequestId: id, ...offer })
  if (random.chance(0.3)) {
    const authorId = random.chance(0.5) ? userId : campaign.sponsorId
    rows.add(messages, {
      adRequestId: id,
      authorId,
      body: `Does it work with ${noun(random)}?`,
      sentAt: createdAt + MINUTE,
    })
  }
}

function deliverablesAt(at: number, { wanted, endDate }: OpenCampaign) {
  const inTwoWeeks = addDays(dayOf(at), 14)
  return wanted.map((one) => ({ ...one, dueDate: endDate < inTwoWeeks ? endDate : inTwoWeeks }))
}

/** Some time after the latest offer was made and before it expires. */
function later({ latest: { madeAt, expiresAt } }: AdRequest, random: Random): number {
  return madeAt + 1 + Math.floor((expiresAt - madeAt - 1) * random.between(0.05, 0.95))
}

const reasons = Object.keys(rejectionReasons) as RejectionReason[]

function granted<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`The rules refuse what the crowd does: ${result.refusal.kind}`)
}
