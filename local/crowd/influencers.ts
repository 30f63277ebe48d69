import { type Metrics, metricsOf } from '../../src/features/influencers/metrics.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { type Category, nichesOf } from '../../src/shared/taxonomy.ts'
import { named } from './accounts.ts'
import { channelsOf, followersAt, type StatedChannel } from './channels.ts'
import { userId } from './ids.ts'
import { mara } from './mara.ts'
import { type Name, nameOf } from './names.ts'
import { dwellingOf } from './places.ts'
import { ratesOf, type StatedRate } from './prices.ts'
import { Random } from './random.ts'
import { type Rated, ratedBy } from './ratings.ts'
import { joinedAgo, joinedBefore, type Size } from './size.ts'

export interface Influencer {
  readonly index: number
  readonly id: UserId
  readonly name: Name
  readonly category: Category
  readonly niche: string
  readonly country: string
  readonly city: string
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly channels: readonly StatedChannel[]
  readonly figures: Metrics
  readonly rates: readonly StatedRate[]
  readonly rated: Rated
  readonly joinedAt: number
  readonly availability: 'open' | 'limited' | 'closed'
  readonly standing: 'good' | 'suspended' | 'flagged'
}

/** All influencers. None is kept: each follows from the seed and its index, so that a million need no memory. */
export class Influencers {
  readonly count: number
  readonly #seed: number
  readonly #now: number
  readonly #firstId: number
  readonly #ofCategory: ReadonlyMap<Category, readonly number[]>

  constructor(seed: number, now: number, size: Size, firstId: number) {
    this.#seed = seed
    this.#now = now
    this.#firstId = firstId
    this.count = size.influencers
    this.#ofCategory = Map.groupBy(
      Array.from({ length: this.count }, (_, index) => index).filter(isFree),
      categoryOf,
    )
  }

  /** The first one is Mara. */
  at(index: number): Influencer {
    const random = new Random(this.#seed, 1, index)
    const person = index === 0 ? hers() : this.#somebody(index, random)
    return {
      ...person,
      index,
      id: userId(this.#firstId + index),
      figures: metricsOf(person.channels),
      rated: index === 0 ? mara.rated : ratedBy(new Random(this.#seed, 10, index)),
      joinedAt: Math.floor(this.#now - joinedAgo(index, this.count)),
      standing: standingOf(index),
    }
  }

  /** Anybody of a category who takes requests and had joined by then; null where there is nobody. */
  anyOf(category: Category, by: number, random: Random): Influencer | null {
    const joined = joinedBefore(this.#now - by, this.count)
    const known = this.#ofCategory.get(category) ?? []
    const candidates = countBelow(known, joined)
    const index = known[random.whole(0, candidates - 1)]
    const found = candidates === 0 || index === undefined ? null : this.at(index)
    return found === null || found.joinedAt > by || found.availability === 'closed' ? null : found
  }

  #somebody(index: number, random: Random) {
    const category = categoryOf(index)
    const { names, ...dwelling } = dwellingOf(random)
    // The golden ratio spreads any number of people evenly over the power law.
    const followers = followersAt((index * 0.618_033_988_75 + random.between(0.3, 0.33)) % 1)
    const channels = channelsOf(category, followers, random)
    return {
      ...dwelling,
      category,
      channels,
      name: nameOf(names, random),
      niche: random.pick(Object.keys(nichesOf(category))),
      rates: ratesOf(category, channels, random),
      availability: random.weighted({ open: 75, limited: 18, closed: 7 }),
    }
  }
}

function hers() {
  const { bio, given, ...profile } = mara
  const name: Name = { full: named.influencer.name, given, latin: [given, 'Lindqvist'] }
  return { ...profile, name, availability: 'open' as const }
}

function standingOf(index: number): Influencer['standing'] {
  if (index % 60 === 41) return 'suspended'
  return index % 60 === 53 ? 'flagged' : 'good'
}

function isFree(index: number): boolean {
  return standingOf(index) === 'good'
}

// Popular categories come more often; seven has no factor in common with 24, so all come within each 24 people.
function categoryOf(index: number): Category {
  return spread[(index * 7) % spread.length] ?? 'outdoors'
}

const spread: readonly Category[] = [
  ...([
    'outdoors',
    'beauty',
    'fashion',
    'food',
    'fitness',
    'travel',
    'technology',
    'gaming',
    'home',
  ] as const),
  ...([
    'health',
    'family',
    'business',
    'beauty',
    'fashion',
    'food',
    'outdoors',
    'fitness',
    'travel',
  ] as const),
  ...(['technology', 'gaming', 'home', 'beauty', 'fashion', 'food'] as const),
]

/** How many of some ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? 0) < limit) from = middle + 1
    else to = middle
  }
  return from
}
