import type { Side } from '../../src/features/ad-requests/offer.ts'
import type { RejectionReason } from '../../src/features/ad-requests/rejection-reasons.ts'
import type { Category } from '../../src/shared/taxonomy.ts'
import type { Pair } from './negotiation.ts'
import type { Random } from './random.ts'

/** What one says with a no; sometimes nothing. */
export function rejectionWords(by: Side, reason: RejectionReason, random: Random): string {
  return random.chance(0.25) ? '' : random.pick(rejections[by][reason])
}

/** What one side may ask in the thread and the other answers; about parcels only where something is sent. */
export function questionsOf(asks: Side, { campaign }: Pair): readonly QuestionAndAnswer[] {
  const all = sent.has(campaign.category) ? [...questions[asks], ...aboutParcels[asks]] : questions[asks]
  return all.map(([question, answer]) => [question.replace('PRODUCT', campaign.product[0]), answer])
}

export type QuestionAndAnswer = readonly [question: string, answer: string]

const sent: ReadonlySet<Category> = new Set([
  'beauty',
  'fashion',
  'food',
  'fitness',
  'outdoors',
  'home',
  'family',
])

const rejections: Readonly<Record<Side, Readonly<Record<RejectionReason, readonly string[]>>>> = {
  influencer: {
    budget: [
      'Thank you for asking, but for this amount I cannot do it well.',
      'Below my rate card I lose money on it.',
    ],
    fit: [
      'It is a good product, but my followers would not believe it from me.',
      'I work with another maker of the same thing until spring.',
    ],
    timing: [
      'I am travelling in those weeks. Please ask me again in the next season.',
      'My calendar is full until the end of your campaign.',
    ],
    terms: [
      'The rights go further than what I give, sorry.',
      'That is too long a use of my pictures for me.',
    ],
    other: [
      'I take a break from sponsored posts this quarter.',
      'Family matters come first right now. Good luck with it!',
    ],
  },
  sponsor: {
    budget: [
      'What we have left does not reach that far. We are sorry.',
      'We had hoped to get there, but the budget is spoken for.',
    ],
    fit: [
      'We love your work, but for this campaign we look for somebody closer to the subject.',
      'Your channel is a little too broad for this product.',
    ],
    timing: ['The date would be after our launch.', 'We need the first posts earlier than that.'],
    terms: ['Without a look at a draft we cannot do it.', 'We need at least one piece for our own site.'],
    other: [
      'Our plans have changed, and this part of the campaign falls away.',
      'We have found enough people for this round. Thank you for your idea!',
    ],
  },
}

const questions: Readonly<Record<Side, readonly QuestionAndAnswer[]>> = {
  influencer: [
    [
      'Do you need to see a draft before I publish?',
      'Yes, once. We answer within two days, and only say something where a fact is wrong.',
    ],
    [
      'May I also say what I did not like?',
      'Of course. Please tell us first, so that we can answer questions about it.',
    ],
    [
      'Is there a script, or am I free?',
      'You are free. The brief has the three facts that should be in it, the rest is yours.',
    ],
    ['How long does the link have to stay in my profile?', 'Thirty days are enough for us.'],
  ],
  sponsor: [
    ['Could we use one of the pictures in our newsletter?', 'One, yes, with my name below it.'],
    [
      'Have you worked with somebody from our trade in the last months?',
      'Only once, in spring, and that is over.',
    ],
    [
      'Which of your channels would you use first?',
      'The main one. The others follow a day later, that works best for me.',
    ],
    [
      'Do you have the figures of a similar post that you could share?',
      'I have put three of them into my profile, with the dates.',
    ],
  ],
}

const aboutParcels: Readonly<Record<Side, readonly QuestionAndAnswer[]>> = {
  influencer: [
    [
      'May I keep the PRODUCT afterwards, or does everything go back to you?',
      'Please keep everything. A note on how it held up after a month would make us happy.',
    ],
    ['How long does the parcel take?', 'Three days within the country, a week to everywhere else.'],
  ],
  sponsor: [
    [
      'Where may we send the PRODUCT?',
      'To the parcel shop round the corner, please; I send you its address once we agree.',
    ],
  ],
}
