import type { Category } from '../../src/shared/taxonomy.ts'
import type { Random } from './random.ts'
import { wordsOf } from './vocabulary.ts'

/** An invented company's name that says its trade: "Fernwick Trail Supply". */
export function companyOf(index: number, category: Category, random: Random): string {
  const head = heads[(index * 7) % heads.length] ?? ''
  const tail = tails[(index * 5 + Math.floor(index / heads.length)) % tails.length] ?? ''
  return `${head}${tail} ${random.pick(wordsOf(category).companies)}`
}

/** What a company says of itself. */
export function aboutOf(company: string, category: Category, random: Random): string {
  const goods = random.pick(wordsOf(category).goods)
  return [`${company} stands for ${goods}.`, random.pick(sizes), random.pick(wishes)].join(' ')
}

const heads = [
  ...[
    'Alder',
    'Birch',
    'Cinder',
    'Dapple',
    'Elder',
    'Fern',
    'Gorse',
    'Hazel',
    'Juniper',
    'Larch',
    'Marlow',
    'Otter',
  ],
  ...[
    'Quill',
    'Rowan',
    'Sorrel',
    'Tansy',
    'Wren',
    'Yarrow',
    'Bramble',
    'Clover',
    'Thistle',
    'Heron',
    'Linden',
    'Sedge',
  ],
] as const

const tails = [
  ...[
    'wick',
    'mere',
    'holt',
    'brae',
    'combe',
    'garth',
    'fold',
    'stead',
    'thwaite',
    'moor',
    'beck',
    'shaw',
    'den',
  ],
] as const

const sizes = [
  'We are eleven people in two rooms.',
  'A family firm in its third generation, and still in the same street.',
  'Founded four years ago at a kitchen table; today we are twenty.',
  'We sell online and in our own small shop.',
  'Everything is made within a day by train from here.',
] as const

const wishes = [
  'We work with people who try things before they talk about them.',
  'We look for long partnerships, not for single posts.',
  'We pay on time and like clear words.',
  'Small audiences are welcome: we care about the questions below the post.',
] as const
