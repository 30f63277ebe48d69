import type { Client, InStatement } from '@libsql/client/http'
import { users } from '../../../src/features/accounts/schema.ts'
import type { InfluencerSearch } from '../../../src/features/discovery/influencers/filters.ts'
import { channels, influencers } from '../../../src/features/influencers/schema.ts'
import { withSearchText } from '../../../src/platform/db/searched-text.ts'
import { mutation } from '../../../src/platform/db/write.ts'
import { roundRating, roundShare } from '../../../src/shared/format.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import type { Cents } from '../../../src/shared/money.ts'
import {
  categoryLabel,
  nicheLabel,
  nichesOf,
  type Platform,
  platformKeys,
} from '../../../src/shared/taxonomy.ts'
import { toStatement } from '../../support/statements.ts'
import { picker, randomNumbers } from './random.ts'
import { containsAll, queryTokensOf, tokensOf } from './word-matching.ts'

/** An influencer of the tests. `bruteForce` searches these. */
export interface TestInfluencer {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly bio: string
  readonly category: 'outdoors' | 'food' | 'travel'
  readonly niche: string
  readonly country: string
  readonly languages: readonly string[]
  readonly channels: readonly { readonly platform: string; readonly handle: string }[]
  readonly followers: number
  readonly reach: number
  readonly engagementRate: number
  readonly lowestPrice: number | null
  readonly rating: number | null
  readonly ratingCount: number
  readonly createdAt: number
  readonly status: 'active' | 'suspended'
  readonly isFlagged: boolean
}

const NAMES = [
  'Mara Lindqvist',
  'mario Rossi',
  'Ömer Aydın',
  'Zoë Trail',
  "O'Hara",
  'ÅSA Å',
  'Groß',
  'Ma-x 100 %',
]
const HANDLES = ['@mara.trail', 'zoe_eats', 'hiking4two', 'Café.Zürich', 'x', 'großartig']
const BIOS = [
  'Hiking with two dogs, and the tent.',
  "CAFÉS of Zürich, cafe's and tea",
  'Trail: hütte; trailer',
  '',
  '100 recipes · made in Åre',
  'Größe, gross and Mara',
]
const CATEGORIES = ['outdoors', 'food', 'travel'] as const
const NUMBERS = [0, 1, 2, 3, 9, 10, 29, 30, 999, 3_000, 10_000, 29_999, 30_000, 1_000_000, 20_000_000_000]
const RATES = [0, 0.0000004, 0.01, 0.011, 0.0285, 0.0295, 0.0299999, 0.03, 0.041, 0.05, 0.3, 2.5, 40_000]
const PRICES = [null, 0, 1, 299, 300, 301, 29_999, 30_000, 120_000, 99_999_999_999]
const RATINGS = [null, null, 1, 2.25, 3.45, 3.5, 4, 4.35, 4.4499, 4.45, 4.5, 14 / 3, 4.95, 5]

/** The same in every run. Many sort keys are equal, so that pages end between equal ones. */
export function makeInfluencers(size: number): TestInfluencer[] {
  const random = randomNumbers(11)
  const pick = picker(random)
  return Array.from({ length: size }, (_, index): TestInfluencer => {
    const category = pick(CATEGORIES)
    const rating = pick(RATINGS)
    return {
      id: index + 1,
      username: index % 7 === 0 ? `trail${index}` : `user${index}`,
      name: pick(NAMES),
      bio: pick(BIOS),
      category,
      niche: pick(Object.keys(nichesOf(category)).slice(0, 3)),
      country: pick(['SE', 'DE', 'US']),
      languages: ['sv', 'en', 'de', 'tr'].filter(() => random() < 0.4),
      channels: platformKeys
        .filter(() => random() < 0.2)
        .map((platform) => ({ platform, handle: pick(HANDLES) })),
      followers: pick(NUMBERS),
      reach: pick(NUMBERS),
      engagementRate: pick(RATES),
      lowestPrice: pick(PRICES),
      rating,
      ratingCount: rating === null ? 0 : pick([1, 2, 30, 5_000]),
      createdAt: Math.floor(random() * 5_000),
      status: random() < 0.93 ? 'active' : 'suspended',
      isFlagged: random() < 0.07,
    }
  })
}

/** The ids that a search must find, in order, computed by checking every influencer. */
export function bruteForce(made: readonly TestInfluencer[], search: InfluencerSearch): number[] {
  const wanted = queryTokensOf(search.query)
  if (wanted.length === 0 && search.query.trim() !== '') return []
  const fitting = made.filter((one) => isShown(one) && fits(one, search))
  const tokensIn = (one: TestInfluencer) => tokensOf(`${namesOf(one)} ${textsOf(one)}`)
  const unnamed = (one: TestInfluencer) => (containsAll(tokensOf(namesOf(one)), wanted) ? 0 : 1)
  const orders: Record<InfluencerSearch['sort'], (one: TestInfluencer) => readonly number[]> = {
    relevance: (one) => [wanted.length === 0 ? 0 : unnamed(one), -one.reach],
    reach: ({ reach }) => [-reach],
    followers: ({ followers }) => [-followers],
    engagement: ({ engagementRate }) => [-Math.min(Math.round(engagementRate * 1_000_000), MAX_VALUE)],
    rating: ({ rating, ratingCount }) => [-Math.round((rating ?? 0) * 1_000), -Math.min(ratingCount, 999)],
    price: ({ lowestPrice }) => [Math.min(lowestPrice ?? MAX_VALUE, MAX_VALUE)],
    newest: ({ createdAt }) => [-Math.floor(createdAt / 1_000)],
  }
  const order = orders[search.sort]
  return fitting
    .filter((one) => containsAll(tokensIn(one), wanted))
    .sort((one, other) => compare([...order(one), one.id], [...order(other), other.id]))
    .map(({ id }) => id)
}

export function isShown({ status, isFlagged }: TestInfluencer): boolean {
  return status === 'active' && !isFlagged
}

// The index stores values in 34 bits.
const MAX_VALUE = 2 ** 34 - 1

function fits(one: TestInfluencer, search: InfluencerSearch): boolean {
  const { category, niche, platform, country, language, engagementFrom, priceTo, ratingFrom } = search
  return (
    (category === null || one.category === category) &&
    (niche === null || one.niche === niche) &&
    (platform === null || one.channels.some((channel) => channel.platform === platform)) &&
    (country === null || one.country === country) &&
    (language === null || one.languages.includes(language)) &&
    one.followers >= (search.followersFrom ?? 0) &&
    one.followers <= (search.followersTo ?? Number.POSITIVE_INFINITY) &&
    one.reach >= (search.reachFrom ?? 0) &&
    roundShare(one.engagementRate) >= (engagementFrom ?? 0) &&
    (priceTo === null || (one.lowestPrice !== null && one.lowestPrice <= priceTo)) &&
    (ratingFrom === null || (one.rating !== null && roundRating(one.rating) >= ratingFrom))
  )
}

function namesOf({ name, username, channels }: TestInfluencer): string {
  return [name, username, ...channels.map(({ handle }) => handle)].join(' ')
}

// The index also has the labels of the category and the niche.
function textsOf({ bio, category, niche }: TestInfluencer): string {
  return [bio, categoryLabel(category), nicheLabel(category, niche)].join(' ')
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== other[at])
  return (one[index] ?? 0) - (other[index] ?? 0)
}

export async function insertInfluencers(client: Client, made: readonly TestInfluencer[]): Promise<void> {
  await client.batch(made.flatMap(insertInfluencer), 'write')
}

export function insertInfluencer(made: TestInfluencer): InStatement[] {
  const { id, username, name, status, createdAt, isFlagged, channels: owned, ...profile } = made
  const userId = id as UserId
  const account = {
    username,
    email: `${username}@example.com`,
    passwordHash: '',
    role: 'influencer',
  } as const
  const metrics = { averageViews: 0, averageLikes: 0, averageComments: 0, postsLast30Days: 0 }
  return [
    mutation
      .insert(users)
      .values(withSearchText(users, { ...account, id: userId, displayName: name, status, createdAt })),
    mutation.insert(influencers).values(
      withSearchText(influencers, {
        ...profile,
        userId,
        lowestPrice: profile.lowestPrice as Cents | null,
        flaggedAt: isFlagged ? 1 : null,
      }),
    ),
    ...owned.map(({ platform, handle }) =>
      mutation.insert(channels).values(
        withSearchText(channels, {
          ...metrics,
          influencerId: userId,
          platform: platform as Platform,
          handle,
          url: '',
          followers: 0,
          metricsDate: '2026-11-01',
        }),
      ),
    ),
  ].map(toStatement)
}
