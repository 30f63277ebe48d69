import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../../src/features/discovery/influencers/queries.ts'
import { parseCursor } from '../../../../src/platform/search/cursor.ts'
import { cents } from '../../../../src/shared/money.ts'
import { startDatabase } from '../../../support/database.ts'
import { bruteForce, insertInfluencers, isShown, makeInfluencers } from '../influencer-fixture.ts'

const made = makeInfluencers(160)
let database: Awaited<ReturnType<typeof startDatabase>>

beforeAll(async () => {
  database = await startDatabase()
  await insertInfluencers(database.db.client, made)
})
afterAll(() => database.close())

async function allPages(search: InfluencerSearch): Promise<number[]> {
  const ids: number[] = []
  let next: string | null = null
  do {
    const page = await searchInfluencers(database.db, search, next === null ? null : parseCursor(next))
    ids.push(...page.rows.map(({ id }) => id))
    next = page.next
  } while (next !== null)
  return ids
}

const counts = fc.constantFrom(1, 2, 3, 5, 10, 29, 30, 500, 10_000, 1_000_000, 100_000_000_000)
const queries = [
  'trail',
  'Trail mara',
  'MARA',
  'tra',
  't',
  'x',
  'CAFE',
  'zürich caf',
  'café’s',
  'gross',
  'groß',
  'asa',
  'åre',
  'omer',
  "o'hara",
  'hiking4',
  'user1',
  'food and dri',
  'slow travel',
  '100 %',
  'mara lindqvist hiking',
  'nobody',
  '!!!',
] as const

/** Values for each criterion. */
const criteria = {
  query: fc.constantFrom(...queries),
  category: fc.constantFrom('outdoors' as const, 'food' as const, 'travel' as const),
  niche: fc.constantFrom('hiking', 'recipes', 'slow_travel', 'camping'),
  platform: fc.constantFrom('instagram' as const, 'x' as const, 'podcast' as const),
  country: fc.constantFrom('SE', 'DE', 'FR'),
  language: fc.constantFrom('sv', 'en', 'fr'),
  followersFrom: counts,
  followersTo: fc.oneof(fc.constant(0), counts),
  reachFrom: counts,
  engagementFrom: fc.constantFrom(0.000001, 0.01, 0.011, 0.0110001, 0.03, 0.041, 0.3, 1),
  priceTo: fc.constantFrom(...[0, 1, 299, 300, 500, 30_000, 1_000_000, 100_000_000_000].map(cents)),
  ratingFrom: fc.constantFrom(1, 2, 3.5, 4, 4.5, 4.6, 4.96, 5),
}
type Criterion = keyof typeof criteria
const names = Object.keys(criteria) as Criterion[]

/** Searches by these criteria only, in any sort order. */
function searchesBy(...chosen: readonly Criterion[]): fc.Arbitrary<InfluencerSearch> {
  const record = Object.fromEntries(chosen.map((name) => [name, criteria[name]]))
  return fc
    .record({ ...record, sort: fc.constantFrom(...influencerSorts) })
    .map((values) => ({ ...EVERYBODY, ...values }))
}

async function agrees(search: InfluencerSearch): Promise<void> {
  expect(await allPages(search)).toEqual(bruteForce(made, search))
}

describe('a search finds the same as checking every influencer, in the same order', () => {
  it.each(influencerSorts)('without a filter, by %s', async (sort) => {
    await agrees({ ...EVERYBODY, sort })
    expect((await allPages({ ...EVERYBODY, sort })).length).toBe(made.filter(isShown).length)
  })

  it.each(queries)('for “%s”', async (one) => {
    await agrees({ ...EVERYBODY, query: one, sort: 'relevance' })
    await agrees({ ...EVERYBODY, query: one, sort: 'newest' })
  })

  it.each(names)('by %s alone', async (name) => {
    await fc.assert(fc.asyncProperty(searchesBy(name), agrees), { numRuns: 15 })
  })

  it.each(names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const)))(
    'by %s and %s',
    async (one, other) => {
      await fc.assert(fc.asyncProperty(searchesBy(one, other), agrees), { numRuns: 5 })
    },
  )

  it('by any combination', async () => {
    const searches = fc.subarray(names).chain((chosen) => searchesBy(...chosen))
    await fc.assert(fc.asyncProperty(searches, agrees), { numRuns: 40 })
  })
})
