import type { Side } from '../../src/features/ad-requests/offer.ts'
import type { Influencer } from './influencers.ts'
import type { Pair } from './negotiation.ts'
import type { Random } from './random.ts'
import { nicheWords } from './vocabulary.ts'

/** What somebody writes with the first offer. */
export function openingWords({ campaign, influencer, origin }: Pair, random: Random): string {
  const words: Words = {
    given: influencer.name.given,
    company: campaign.sponsor.company,
    campaign: campaign.name,
    product: campaign.product[0],
    series: seriesOf(influencer, random),
    scene: random.pick(nicheWords(campaign.category, campaign.niche).scenes),
  }
  return random.pick(origin === 'invitation' ? invitations : applications)(words)
}

/** What somebody writes with a counter-offer; it fits what changed. */
export function counterWords({ campaign }: Pair, by: Side, change: Change, random: Random): string {
  return random.pick(counters[by][change])(campaign.name)
}

/** What somebody writes when changing one's own offer; often nothing. */
export function editWords(by: Side, random: Random): string {
  return random.chance(0.4) ? '' : random.pick(edits[by])
}

export type Change = 'price' | 'later' | 'fewer'

export function seriesOf({ category, niche }: Influencer, random: Random): string {
  return random.pick(nicheWords(category, niche).series)
}

interface Words {
  readonly given: string
  readonly company: string
  readonly campaign: string
  readonly product: string
  readonly series: string
  readonly scene: string
}

const invitations: readonly ((words: Words) => string)[] = [
  ({ series, product, scene }) => `We loved your ${series}. Would you show our ${product} ${scene}?`,
  ({ given, company, product }) =>
    `Hello ${given}, we are ${company}. The questions below your posts are the ones that our ${product} try to answer. Shall we do something together?`,
  ({ series, campaign }) =>
    `When we wrote the brief for ${campaign}, we had your ${series} in mind. You decide how to tell it.`,
  ({ given, product, scene }) =>
    `Hi ${given}, could you imagine showing our ${product} ${scene}? We send everything ahead, and you keep it.`,
  ({ company, series }) =>
    `Three people at ${company} follow your ${series}. It would be a pleasure to be part of it once.`,
]

const applications: readonly ((words: Words) => string)[] = [
  ({ campaign, series }) =>
    `${campaign} fits my ${series}; the next part is due next month anyway. This is what I would make of it.`,
  ({ product, scene }) => `I have been looking for something like the ${product}. I would show it ${scene}.`,
  ({ company, series }) =>
    `I know ${company} from a friend who swears by you. The people who follow my ${series} are patient and ask good questions.`,
  ({ product }) =>
    `I would like to try the ${product} for three weeks first and then tell it as it was, the weak points too.`,
  ({ campaign, scene }) => `My idea for ${campaign}: one story, told ${scene}. No studio, daylight only.`,
]

type Sentence = (campaign: string) => string

const counters: Readonly<Record<Side, Readonly<Record<Change, readonly Sentence[]>>>> = {
  influencer: {
    price: [
      () => 'This is two days of work for me, with everything around it.',
      () => 'With editing and subtitles I need a little more. Everything else suits me well.',
      () =>
        'My rate card says more for this, and I keep to it with everybody. I have come down where I could.',
      (campaign) => `I would love to be part of ${campaign}. This is the amount at which it works for me.`,
      () => 'The rights are worth something to me too, so they are in the price.',
    ],
    later: [
      () => 'I am away until the week before, so I need some days more.',
      () => 'I would rather have a weekend with good light. Could the date move a little?',
      () => 'Two other pieces are due that week. With some days more I can do it properly.',
    ],
    fewer: [
      () => 'I would rather make one thing less and do the rest properly.',
      () => 'My followers get tired of too many posts on one subject, so I have left the last one out.',
    ],
  },
  sponsor: {
    price: [
      () => 'That is above what we set aside for one person. Could we meet here?',
      (campaign) => `We can come up to this for ${campaign}, and not much further.`,
      () => 'We understand the effort. This is what our budget allows, and we pay within a week.',
      () => 'Could you do it for this? We would keep the brief short.',
    ],
    later: [
      () => 'We need a little longer ourselves, so please take some days more.',
      () => 'Our launch has moved by a few days. Does the new date suit you?',
    ],
    fewer: [
      () => 'One piece less is fine with us, then the payment fits as well.',
      () => 'Let us keep to the main piece; the other is not needed.',
    ],
  },
}

const edits: Readonly<Record<Side, readonly string[]>> = {
  influencer: [
    'I have looked at my calendar again: I can do it for a little less.',
    'On second thoughts this is fairer, since I am there anyway.',
  ],
  sponsor: [
    'We found some room in the budget.',
    'We have talked about it again and would like to make it easier for you to say yes.',
  ],
}
