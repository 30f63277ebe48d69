import type { Proposal } from '../../src/features/ad-requests/offer.ts'
import type { AgreedDeliverable } from '../../src/features/ad-requests/schema.ts'
import type { AdRequestId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import { addDays, DAY, dayIn } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import { Negotiation, type Pair } from './negotiation.ts'

/** A negotiation that is written and not left to chance. */
export interface Story {
  /** When it begins. */
  readonly at: number
  readonly pair: Pair
  play(id: AdRequestId): Negotiation
}

/** Begins with a first offer; `goOn` tells what came after it. */
export function story(
  at: number,
  pair: Pair,
  first: Proposal,
  goOn: (told: Negotiation) => void = () => {},
): Story {
  const play = (id: AdRequestId) => {
    const told = new Negotiation(id, pair, first, at)
    goOn(told)
    return told
  }
  return { at, pair, play }
}

/** An offer of so many dollars that stands for 72 hours. */
export function proposal(
  { usageChannels, usageMonths }: Campaign,
  dollars: number,
  deliverables: readonly AgreedDeliverable[],
  message: string,
): Proposal {
  const requirements = 'Show it in use for at least ten seconds, and name your size.'
  const paymentAmount = cents(dollars * 100)
  return { paymentAmount, deliverables, requirements, usageChannels, usageMonths, message, lifetime: 72 }
}

/** A reel, and stories where there are to be any, due so many days from a moment, within the campaign. */
export function reel(campaign: Campaign, from: number, days: number, stories = 0): AgreedDeliverable[] {
  const day = addDays(dayIn(campaign.sponsor.timeZone, from), days)
  const dueDate = campaign.endDate !== null && day > campaign.endDate ? campaign.endDate : day
  const main = { kind: 'reel' as const, count: 1, dueDate }
  return stories === 0 ? [main] : [main, { kind: 'story', count: stories, dueDate }]
}

/** Whether a campaign has run for some days and goes on for some. */
export function runsWell({ place, publishedAt, closedAt }: Campaign, now: number): boolean {
  return place === 'active' && publishedAt !== null && publishedAt < now - 5 * DAY && closedAt > now + 5 * DAY
}
