import { cents } from '../../src/shared/money.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import { companions } from './companions.ts'
import type { Influencer, Influencers } from './influencers.ts'
import { proposal, reel, type Story, story } from './story.ts'

/** The story of Autumn Trail Boots: three have agreed to $6,800 of $10,000, and Mara's offer waits for an answer. */
export function northwayStories(boots: Campaign, influencers: Influencers, now: number): Story[] {
  const others = companions(influencers, boots, now, [2_400, 1_900, 2_500, 900, 1_100, 700, 600])
  const [first, second, third, fourth, fifth, sixth, seventh] = others
  return [
    withMara(boots, influencers.at(0), now),
    ...(first ? [agreed(boots, first, 2_400, now - 15 * DAY)] : []),
    ...(second ? [agreed(boots, second, 1_900, now - 11 * DAY)] : []),
    ...(third ? [agreed(boots, third, 2_500, now - 2 * DAY)] : []),
    ...(fourth ? [application(boots, fourth, now)] : []),
    ...(fifth ? [invitation(boots, fifth, now)] : []),
    ...(sixth ? [refusal(boots, sixth, now)] : []),
    ...(seventh ? [silence(boots, seventh, now)] : []),
  ]
}

function withMara(boots: Campaign, mara: Influencer, now: number): Story {
  const at = now - 55 * HOUR
  const message = 'We loved your Kungsleden series. Would you walk these in?'
  const first = proposal(boots, 1_200, reel(boots, now, 14, 2), message)
  const asks = {
    ...first,
    paymentAmount: cents(1_600_00),
    message: 'A reel of that length is two days of filming for me.',
  }
  const lower = {
    ...asks,
    paymentAmount: cents(1_450_00),
    deliverables: reel(boots, now, 17, 2),
    message: '',
    lifetime: 48,
  } as const
  return story(at, { campaign: boots, influencer: mara, origin: 'invitation' }, first, (told) => {
    told.say(
      'influencer',
      'Which sizes do the boots come in? I am a 39 and a half and always in between.',
      at + 2 * HOUR,
    )
    told.say(
      'sponsor',
      'Half sizes from 36 to 47. We send you 39.5 and 40, and you return one.',
      at + 3 * HOUR,
    )
    told.offer('influencer', asks, at + 6 * HOUR)
    told.offer('influencer', lower, now - 7 * HOUR)
  })
}

/** Invited, asked for a little more, agreed. */
function agreed(boots: Campaign, influencer: Influencer, dollars: number, at: number): Story {
  const begin = at - 30 * HOUR
  const first = proposal(boots, dollars - 200, reel(boots, at, 14), 'We would be glad to have you in this.')
  const message = 'With the editing included it is a little more. Everything else is fine.'
  return story(begin, { campaign: boots, influencer, origin: 'invitation' }, first, (told) => {
    told.offer('influencer', { ...first, paymentAmount: cents(dollars * 100), message }, begin + 10 * HOUR)
    told.accept(cents(0), at)
  })
}

/** Waits for Northway, and not for long any more. */
function application(boots: Campaign, influencer: Influencer, now: number): Story {
  const message =
    'I walk the same loop every Sunday, in any weather. Your boots would get all of autumn from me.'
  const first = proposal(boots, 900, reel(boots, now, 16), message)
  return story(now - 67 * HOUR, { campaign: boots, influencer, origin: 'application' }, first)
}

/** Waits for the other side. */
function invitation(boots: Campaign, influencer: Influencer, now: number): Story {
  const message = 'Your packing lists are the best we know. Is there room for a pair of boots in one of them?'
  const first = proposal(boots, 1_100, reel(boots, now, 18), message)
  return story(now - 20 * HOUR, { campaign: boots, influencer, origin: 'invitation' }, first)
}

function refusal(boots: Campaign, influencer: Influencer, now: number): Story {
  const at = now - 6 * DAY
  const first = proposal(boots, 700, reel(boots, now, 10), 'Would you try our boots on a wet weekend?')
  return story(at, { campaign: boots, influencer, origin: 'invitation' }, first, (told) => {
    const words = 'I am on the road until the end of your campaign. Please ask me again in spring.'
    told.reject('timing', words, at + 9 * HOUR)
  })
}

/** Ran out this morning: only the clock has ended it so far. */
function silence(boots: Campaign, influencer: Influencer, now: number): Story {
  const first = proposal(
    boots,
    600,
    reel(boots, now, 12),
    'Would your Sunday route suit a pair of new boots?',
  )
  return story(now - 77 * HOUR, { campaign: boots, influencer, origin: 'invitation' }, first)
}
