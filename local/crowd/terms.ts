import type { Offer, Proposal, Side, Terms } from '../../src/features/ad-requests/offer.ts'
import type { AgreedDeliverable } from '../../src/features/ad-requests/schema.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import type { DeliverableKind } from '../../src/shared/taxonomy.ts'
import { addDays, DAY } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import { dayThere } from './days.ts'
import type { Influencer } from './influencers.ts'
import type { Pair } from './negotiation.ts'
import { counterWords, editWords, openingWords } from './offer-words.ts'
import { rounded } from './prices.ts'
import type { Random } from './random.ts'

/** What an influencer's rate card says for what it would make, in dollars; null where they have nothing in common. */
export interface Match {
  readonly pieces: readonly { readonly kind: DeliverableKind; readonly count: number }[]
  readonly dollars: number
}

/** One or two kinds of work that the influencer has a price for, wanted ones first. */
export function matchOf({ wanted }: Campaign, { rates }: Influencer, random: Random): Match | null {
  const asked = rates.filter(({ kind }) => wanted.some((one) => one.kind === kind))
  const chosen = random.some(asked.length > 0 ? asked : rates, random.whole(1, 2))
  if (chosen.length === 0) return null
  const pieces = chosen.map(({ kind, price }) => {
    const count = kind === 'story' ? random.whole(2, 4) : random.chance(0.7) ? 1 : 2
    return { kind, count, price }
  })
  const sum = pieces.reduce((total, { price, count }) => total + price * count, 0)
  return { pieces: pieces.map(({ kind, count }) => ({ kind, count })), dollars: sum / 100 }
}

/** The first offer: a sponsor begins below the rate card, an influencer at it or above. */
export function firstProposal(pair: Pair, { pieces, dollars }: Match, at: number, random: Random): Proposal {
  const { campaign, origin } = pair
  const share = origin === 'invitation' ? random.between(0.7, 1) : random.between(1, 1.15)
  const due = dueDay(campaign, at, random.between(0.3, 0.9))
  return {
    paymentAmount: rounded(dollars * share),
    deliverables: pieces.map((piece) => ({ ...piece, dueDate: due })),
    requirements: random.chance(0.6) ? requirementOf(pieces, random) : '',
    usageChannels: campaign.usageChannels,
    usageMonths: campaign.usageMonths,
    message: openingWords(pair, random),
    lifetime: lifetimeOf(random),
  }
}

/** An answer with other terms: other money, more time, or fewer pieces. */
export function counterProposal(pair: Pair, before: Offer, at: number, by: Side, random: Random): Proposal {
  const latest = { ...before, deliverables: stillDue(before, pair, at) }
  const moved = later(latest.deliverables, pair.campaign, random.whole(2, 5))
  const change = random.weighted({
    price: 60,
    later: moved[0]?.dueDate === latest.deliverables[0]?.dueDate ? 0 : 25,
    fewer: latest.deliverables.length > 1 ? 15 : 0,
  })
  const changed = {
    price: () => ({
      paymentAmount: shifted(
        latest,
        by === 'influencer' ? random.between(1.06, 1.35) : random.between(0.8, 0.95),
      ),
    }),
    later: () => ({ deliverables: moved }),
    fewer: () => ({
      deliverables: latest.deliverables.slice(0, -1),
      paymentAmount: shifted(latest, by === 'influencer' ? 0.95 : 0.75),
    }),
  }
  return {
    ...termsOf(latest),
    ...changed[change](),
    message: counterWords(pair, by, change, random),
    lifetime: lifetimeOf(random),
  }
}

/** The same side changes its own offer, a little towards the other one. */
export function editedProposal(pair: Pair, latest: Offer, at: number, random: Random): Proposal {
  const share = latest.madeBy === 'sponsor' ? random.between(1.04, 1.12) : random.between(0.88, 0.96)
  return {
    ...termsOf(latest),
    deliverables: stillDue(latest, pair, at),
    paymentAmount: shifted(latest, share),
    message: editWords(latest.madeBy, random),
    lifetime: lifetimeOf(random),
  }
}

function termsOf({ paymentAmount, deliverables, requirements, usageChannels, usageMonths }: Offer): Terms {
  return { paymentAmount, deliverables, requirements, usageChannels, usageMonths }
}

/** The amount times a share, as somebody would name it, and never the same as before. */
function shifted({ paymentAmount }: Offer, share: number): Cents {
  const amount = rounded((paymentAmount / 100) * share)
  if (amount !== paymentAmount) return amount
  return cents(share > 1 ? paymentAmount + 500 : Math.max(500, paymentAmount - 500))
}

function lifetimeOf(random: Random): Proposal['lifetime'] {
  return random.pick([72, 72, 72, 72, 24, 48, 48, 120, 168, 336])
}

/** A day between then and the campaign's end, so far along the way. */
function dueDay({ endDate, endsAt, sponsor }: Campaign, at: number, share: number): string {
  const end = endsAt ?? at
  const day = dayThere(sponsor.timeZone, Math.max(at, at + (end - DAY - at) * share))
  return endDate !== null && day > endDate ? endDate : day
}

/** What is due before the offer is even made gets a new day. */
function stillDue({ deliverables }: Offer, { campaign }: Pair, at: number): readonly AgreedDeliverable[] {
  const day = dayThere(campaign.sponsor.timeZone, at)
  if (deliverables.every(({ dueDate }) => dueDate > day)) return deliverables
  const dueDate = dueDay(campaign, at, 0.7)
  return deliverables.map((one) => ({ ...one, dueDate }))
}

function later(
  deliverables: readonly AgreedDeliverable[],
  { endDate }: Campaign,
  days: number,
): AgreedDeliverable[] {
  return deliverables.map((one) => {
    const due = addDays(one.dueDate, days)
    return { ...one, dueDate: endDate !== null && due > endDate ? endDate : due }
  })
}

function requirementOf(pieces: Match['pieces'], random: Random): string {
  const isFilm = pieces.some(({ kind }) => films.has(kind))
  return random.pick(isFilm ? [...forAll, ...forFilms] : forAll)
}

const films: ReadonlySet<DeliverableKind> = new Set(['reel', 'story', 'short_video', 'video'])

const forFilms = [
  'Please show it in use for at least ten seconds, and name the product once.',
  'Vertical format with subtitles, so that it can be followed without sound.',
] as const

const forAll = [
  'One draft before you publish, please. We answer within two days.',
  'The link goes into the first line and stays there for 30 days.',
  'Please send us the figures after seven days.',
] as const
