import type { Campaign } from './campaigns.ts'
import type { Random } from './random.ts'
import { nicheWords } from './vocabulary.ts'

/** Three to five sentences: what it is, whom it is for, what is wanted, and how it goes. */
export function briefOf(campaign: Campaign, random: Random): string {
  const {
    product: [product, what],
    sponsor: { company },
    category,
    niche,
  } = campaign
  const scene = random.pick(nicheWords(category, niche).scenes)
  const sentences = [
    random.pick(openings)(company, product, what),
    random.pick(audiences),
    random.pick(wishes)(scene),
    random.chance(0.7) ? random.pick(practicalities) : '',
    random.chance(0.5) ? random.pick(tones) : '',
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** Two to four goals of a list that is ticked off. */
export function goalsOf({ product: [product] }: Campaign, random: Random): string[] {
  return random.some(goals, random.whole(2, 4)).map((goal) => goal(product))
}

/** Some lines each of what to do and what not to. */
export function rulesOf(random: Random): { dos: string; donts: string } {
  return {
    dos: random.some(dos, random.whole(2, 3)).join('\n'),
    donts: random.some(donts, random.whole(1, 2)).join('\n'),
  }
}

const openings: readonly ((company: string, product: string, what: string) => string)[] = [
  (company, product, what) => `This season ${company} brings out ${product}: ${what}.`,
  (company, product, what) => `New from ${company}: ${product}, ${what}.`,
  (company, product, what) =>
    `${company} has worked on this for two years. The result is called ${product}: ${what}.`,
  (company, product, what) => `We at ${company} want more people to know our ${product}: ${what}.`,
]

const audiences = [
  'It is made for people who buy once and keep things for years.',
  'We want to reach people who know the subject and ask good questions.',
  'Our buyers are between 25 and 45, read reviews to the end and tell their friends.',
  'Beginners are as welcome as people who have done this for twenty years.',
] as const

const wishes: readonly ((scene: string) => string)[] = [
  (scene) => `Please show it ${scene}.`,
  (scene) => `We would like to see it ${scene}, in your own manner.`,
  (scene) => `Best of all would be to see it ${scene}; how you tell it is up to you.`,
]

const practicalities = [
  'You get everything ten days before the start.',
  'There is a call of twenty minutes before you begin, and nothing is scripted.',
  'Somebody of ours answers questions below your post for two days.',
  'We look at a draft once and answer within two days.',
] as const

const tones = [
  'Criticism is welcome as long as it is fair.',
  'Please no superlatives: say what it does and what it does not.',
  'Quiet is fine, perfect is not needed.',
  'If something about it bothers you, say so; we would rather learn it from you.',
] as const

const goals: readonly ((product: string) => string)[] = [
  (product) => `300 people look at the page of ${product}`,
  () => 'Twelve creators agreed',
  () => 'First posts are live',
  () => '40 questions answered below posts',
  () => 'Photos for our own site',
  (product) => `First 100 orders of ${product}`,
  () => 'Reach of half a million',
] as const

const dos = [
  'Show it in real use.',
  'Say which one you use, and why.',
  'Put the disclosure in the first line.',
  'Answer questions for two days.',
  'Say how long you have had it.',
] as const

const donts = [
  'No claims about health or safety.',
  'No other maker in the same picture.',
  'No discount codes that we have not agreed.',
  'No music that is not licensed for advertising.',
] as const
