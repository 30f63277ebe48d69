import type { RejectionReason, Side } from '../../src/ad-requests/ad-request.ts'
import type { Pair } from './negotiation.ts'
import type { Random } from './random.ts'

/** What one says with a no; sometimes nothing. */
export function rejectionWords(by: Side, reason: RejectionReason, random: Random): string {
  return random.chance(0.25) ? '' : random.pick(rejections[by][reason])
}

/** A question of one side in the thread and the other's answer. */
export function questionAndAnswer(asks: Side, { campaign }: Pair, random: Random): readonly [string, string] {
  const [question, answer] = random.pick(questions[asks])
  const fill = (text: string) => text.replaceAll('PRODUCT', campaign.product[0])
  return [fill(question), fill(answer)]
}

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
    terms: ['I do not give rights for paid advertising, sorry.', 'Twelve months of use are too long for me.'],
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

const questions: Readonly<Record<Side, readonly (readonly [question: string, answer: string])[]>> = {
  influencer: [
    [
      'May I keep the PRODUCT afterwards, or do they go back to you?',
      'Please keep everything. A note on how it held up after a month would make us happy.',
    ],
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
    [
      'Could you send two sizes? I am always in between.',
      'Gladly. Both go out tomorrow; send back what does not fit.',
    ],
    ['How long does the link have to stay in my profile?', 'Thirty days are enough for us.'],
  ],
  sponsor: [
    [
      'Where may we send the PRODUCT?',
      'To the parcel shop that I have written into the form, please. I am not at home during the day.',
    ],
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
