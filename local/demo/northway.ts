import type { Proposal, RejectionReason } from '../../src/ad-requests/ad-request.ts'
import type { AgreedDeliverable } from '../../src/ad-requests/schema.ts'
import { cents } from '../../src/shared/money.ts'
import { addDays, DAY, HOUR } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import { companions } from './companions.ts'
import type { Influencer, Influencers } from './influencers.ts'
import { Negotiation } from './negotiation.ts'
import type { Story } from './requests.ts'

/** The story of Autumn Trail Boots: three have agreed to $6,800 of $10,000, and Mara's offer waits for an answer. */
export function northwayStories(campaign: Campaign, influencers: Influencers, now: number): Story[] {
  const others = companions(influencers, campaign, now, [2_400, 1_900, 2_500, 900, 1_100, 700])
  const [first, second, third, fourth, fifth, sixth] = others
  return [
    withMara(campaign, influencers.at(0), now),
    ...(first ? [agreed(campaign, first, 2_400, now - 15 * DAY)] : []),
    ...(second ? [agreed(campaign, second, 1_900, now - 11 * DAY)] : []),
    ...(third ? [agreed(campaign, third, 2_500, now - 2 * DAY)] : []),
    ...(fourth ? [application(campaign, fourth, now)] : []),
    ...(fifth ? [invitation(campaign, fifth, now)] : []),
    ...(sixth ? [refusal(campaign, sixth, now)] : []),
  ]
}

function withMara(campaign: Campaign, influencer: Influencer, now: number): Story {
  const at = now - 55 * HOUR
  const due = dueDay(campaign, 26)
  const first = proposal(
    campaign,
    1_200,
    reelAndStories(due),
    'We loved your Kungsleden series. Would you walk these in?',
  )
  return {
    at,
    play(id) {
      const told = new Negotiation(id, { campaign, influencer, origin: 'invitation' }, first, at)
      told.say(
        'influencer',
        'Which size do the boots come in? I am a 39 and a half and always in between.',
        at + 2 * HOUR,
      )
      told.say(
        'sponsor',
        'Half sizes from 36 to 47. We send you 39.5 and 40, and you return one.',
        at + 3 * HOUR,
      )
      const asks = {
        ...first,
        paymentAmount: cents(1_600_00),
        message: 'A reel of that length is two days of filming for me.',
      }
      told.offer('influencer', asks, at + 6 * HOUR)
      const lower = {
        ...asks,
        paymentAmount: cents(1_450_00),
        deliverables: reelAndStories(addDays(due, 3)),
        message: '',
        lifetime: 48,
      } as const
      told.offer('influencer', lower, now - 7 * HOUR)
      return told
    },
  }
}

/** Invited, asked for a little more, agreed. */
function agreed(campaign: Campaign, influencer: Influencer, dollars: number, at: number): Story {
  const first = proposal(campaign, dollars - 200, oneReel(campaign), 'We would be glad to have you in this.')
  return {
    at: at - 30 * HOUR,
    play(id) {
      const told = new Negotiation(id, { campaign, influencer, origin: 'invitation' }, first, at - 30 * HOUR)
      const message = 'With the editing included it is a little more. Everything else is fine.'
      told.offer('influencer', { ...first, paymentAmount: cents(dollars * 100), message }, at - 20 * HOUR)
      told.accept(cents(0), at)
      return told
    },
  }
}

/** Waits for Northway, and not for long any more. */
function application(campaign: Campaign, influencer: Influencer, now: number): Story {
  const at = now - 67 * HOUR
  const message =
    'I walk the same loop every Sunday, in any weather. Your boots would get all of autumn from me.'
  return {
    at,
    play: (id) =>
      new Negotiation(
        id,
        { campaign, influencer, origin: 'application' },
        proposal(campaign, 900, oneReel(campaign), message),
        at,
      ),
  }
}

/** Waits for the other side. */
function invitation(campaign: Campaign, influencer: Influencer, now: number): Story {
  const at = now - 20 * HOUR
  const message = 'Your packing lists are the best we know. Is there room for a pair of boots in one of them?'
  return {
    at,
    play: (id) =>
      new Negotiation(
        id,
        { campaign, influencer, origin: 'invitation' },
        proposal(campaign, 1_100, oneReel(campaign), message),
        at,
      ),
  }
}

function refusal(campaign: Campaign, influencer: Influencer, now: number): Story {
  const at = now - 6 * DAY
  const reason: RejectionReason = 'timing'
  return {
    at,
    play(id) {
      const first = proposal(campaign, 700, oneReel(campaign), 'Would you try our boots on a wet weekend?')
      const told = new Negotiation(id, { campaign, influencer, origin: 'invitation' }, first, at)
      told.reject(
        reason,
        'I am on the road until the end of your campaign. Please ask me again in spring.',
        at + 9 * HOUR,
      )
      return told
    },
  }
}

function proposal(
  { usageChannels, usageMonths }: Campaign,
  dollars: number,
  deliverables: readonly AgreedDeliverable[],
  message: string,
): Proposal {
  const requirements = 'Show them in use for at least ten seconds, and name your size.'
  return {
    paymentAmount: cents(dollars * 100),
    deliverables,
    requirements,
    usageChannels,
    usageMonths,
    message,
    lifetime: 72,
  }
}

function reelAndStories(due: string): AgreedDeliverable[] {
  return [
    { kind: 'reel', count: 1, due_date: due },
    { kind: 'story', count: 2, due_date: due },
  ]
}

function oneReel(campaign: Campaign): AgreedDeliverable[] {
  return [{ kind: 'reel', count: 1, due_date: dueDay(campaign, 30) }]
}

/** So many days after the start; the campaign runs for 45. */
function dueDay({ startDate, createdAt }: Campaign, days: number): string {
  return addDays(startDate ?? new Date(createdAt).toISOString().slice(0, 10), days)
}
