import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { influencerIndex } from '../../../../src/features/discovery/index/definition.ts'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../../src/features/discovery/influencers/queries.ts'
import { rangeTermsOf, term } from '../../../../src/platform/search/terms.ts'
import { roundShare } from '../../../../src/shared/format.ts'
import { cents } from '../../../../src/shared/money.ts'
import { startDatabase } from '../../../support/database.ts'
import { insertInfluencers, makeInfluencers, type TestInfluencer } from '../influencer-fixture.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
const [template] = makeInfluencers(1)

beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

beforeEach(async () => {
  await run('delete from users')
  if (!template) throw new Error('There is no influencer to copy.')
  const mara: TestInfluencer = {
    ...template,
    id: 7,
    username: 'mara',
    name: 'Mara Lindqvist',
    bio: 'Hiking in the fells',
    category: 'outdoors',
    niche: 'hiking',
    country: 'SE',
    languages: ['sv', 'en'],
    channels: [{ platform: 'instagram', handle: '@mara.walks' }],
    followers: 42_000,
    reach: 31_000,
    engagementRate: 0.041,
    lowestPrice: 25_000,
    rating: 4.25,
    ratingCount: 8,
    status: 'active',
    isFlagged: false,
  }
  await insertInfluencers(database.db.client, [mara])
})

async function run(sql: string): Promise<void> {
  await database.db.client.execute(sql)
}

/** Whether Mara is found. Expects the same answer in every sort order. */
async function isFound(values: Partial<InfluencerSearch> = {}): Promise<boolean> {
  const found = await Promise.all(
    influencerSorts.map((sort) => searchInfluencers(database.db, { ...EVERYBODY, ...values, sort }, null)),
  )
  const answers = new Set(found.map(({ rows }) => rows.length > 0))
  expect(answers.size).toBe(1)
  return answers.has(true)
}

describe('at once, search no longer finds', () => {
  it.each([
    ['a suspended influencer', "update users set status = 'suspended'", "update users set status = 'active'"],
    [
      'a flagged influencer',
      "update influencers set flagged_at = 1, flag_reason = 'Bought'",
      'update influencers set flagged_at = null',
    ],
  ])('%s, until it is undone', async (_, hide, show) => {
    expect(await isFound({ query: 'mara' })).toBe(true)
    await run(hide)
    expect(await isFound()).toBe(false)
    expect(await isFound({ query: 'mara' })).toBe(false)
    expect(await isFound({ category: 'outdoors', platform: 'instagram' })).toBe(false)
    await run(show)
    expect(await isFound({ query: 'mara' })).toBe(true)
  })

  it('a deleted influencer', async () => {
    await run('delete from users')
    expect(await isFound()).toBe(false)
    const { rows } = await database.db.client.execute('select count(*) as count from influencer_sort_keys')
    expect(rows[0]?.count).toBe(0)
  })

  it('an influencer by their old name, bio or handle', async () => {
    await run("update users set display_name = 'Nils Holm', username = 'nils'")
    await run("update influencers set bio = 'Bread'")
    await run("update channels set handle = '@nils'")
    expect(await isFound({ query: 'mara' })).toBe(false)
    expect(await isFound({ query: 'fells' })).toBe(false)
    expect(await isFound({ query: 'nils bread' })).toBe(true)
  })
})

describe('a change of a filtered value', () => {
  it.each<[string, Partial<InfluencerSearch>, Partial<InfluencerSearch>]>([
    ["influencers set category = 'food', niche = 'vegan'", { category: 'outdoors' }, { category: 'food' }],
    ["influencers set niche = 'camping'", { niche: 'hiking' }, { niche: 'camping' }],
    ["influencers set country = 'NO'", { country: 'SE' }, { country: 'NO' }],
    [`influencers set languages = '["nb"]'`, { language: 'sv' }, { language: 'nb' }],
    ['influencers set followers = 2000000', { followersTo: 50_000 }, { followersFrom: 2_000_000 }],
    ['influencers set reach = 100', { reachFrom: 31_000 }, { reachFrom: 100 }],
    ['influencers set engagement_rate = 0.1', { engagementFrom: 0.11 }, { engagementFrom: 0.1 }],
    ['influencers set lowest_price = 30000', { priceTo: cents(29_999) }, { priceTo: cents(30_000) }],
    ['influencers set lowest_price = 9795', { priceTo: cents(9_794) }, { priceTo: cents(9_795) }],
    ['influencers set lowest_price = null', { priceTo: cents(30_000) }, {}],
    ['influencers set rating = 4.5', { ratingFrom: 4.51 }, { ratingFrom: 4.5 }],
    ["channels set platform = 'youtube'", { platform: 'instagram' }, { platform: 'youtube' }],
  ])('shows in search at once: %s', async (change, missing, matching) => {
    await run(`update ${change}`)
    expect(await isFound(missing)).toBe(false)
    expect(await isFound(matching)).toBe(true)
  })

  it('shows in search when a channel is added and removed', async () => {
    await run(`insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
      average_comments, posts_last_30_days, metrics_date) values (7, 'podcast', 'fellcast', '', 0, 0, 0, 0, 0, '2026-11-01')`)
    expect(await isFound({ platform: 'podcast', query: 'fellcast' })).toBe(true)
    await run("delete from channels where platform = 'podcast'")
    expect(await isFound({ platform: 'podcast' })).toBe(false)
    expect(await isFound({ query: 'fellcast' })).toBe(false)
  })
})

describe('the index has the terms that searches use', () => {
  it('for every filter', async () => {
    const terms = await termsOf()
    for (const expected of [
      term('category', 'outdoors'),
      term('niche', 'hiking'),
      term('country', 'SE'),
      ...rangeTermsOf('followers', { kind: 'number' }, 42_000, 42_000),
      ...rangeTermsOf('reach', { kind: 'number' }, 31_000, 31_000),
      ...rangeTermsOf('engagement', { kind: 'number' }, 41_000, 41_000),
      ...rangeTermsOf('price', { kind: 'number' }, 25_000, 25_000),
      ...rangeTermsOf('rating', { kind: 'number' }, 43, 43),
      term('platform', 'instagram'),
      term('language', 'sv'),
      term('language', 'en'),
    ]) {
      expect(terms).toContain(expected)
    }
    // There are no others: six values, and four prefixes for each number.
    const ranges = Object.values(influencerIndex.filters).filter(({ kind }) => kind === 'number')
    expect(terms).toHaveLength(6 + ranges.length * 4)
  })

  it.each<[string, string]>([
    ['followers', 'followers = ?'],
    ['reach', 'reach = ?'],
    ['engagement', 'engagement_rate = ? / 1000000.0'],
    ['price', 'lowest_price = ?'],
  ])('for any value of %s', async (filter, change) => {
    for (const count of COUNTS) {
      await database.db.client.execute({ sql: `update influencers set ${change}`, args: [count] })
      const terms = await termsOf()
      // Engagement is filtered as it is shown, to a tenth of a percent.
      const indexed = filter === 'engagement' ? roundShare(count / 1_000_000) * 1_000_000 : count
      for (const one of prefixTerms(filter, Math.round(indexed))) expect(terms).toContain(one)
    }
  })

  it('for all numbers in a range', () => {
    const number = fc.oneof(fc.nat(2_000), fc.nat(), fc.integer({ min: 0, max: 20_000_000_000 }))
    fc.assert(
      fc.property(number, number, fc.option(number), (count, from, to) => {
        const terms = rangeTermsOf('reach', { kind: 'number' }, from, to)
        const isFound = prefixTerms('reach', count).some((one) => terms.includes(one))
        const isBetween = count >= from && count <= (to ?? Number.POSITIVE_INFINITY)
        // Numbers that share the first three digits of a bound are found too. Queries compare their values.
        const near = (end: number) =>
          String(end).length === String(count).length && String(end).slice(0, 3) === String(count).slice(0, 3)
        expect(isFound).toBe(isBetween || (from <= (to ?? from) && (near(from) || (to !== null && near(to)))))
      }),
    )
  })

  const COUNTS = [0, 1, 2, 9, 10, 29, 99, 100, 101, 999, 1_000, 1_009, 299_999, 10 ** 9, 3 * 10 ** 10]

  async function termsOf(): Promise<string[]> {
    const { rows } = await database.db.client.execute('select other_words from influencer_documents')
    return String(rows[0]?.other_words)
      .split(' ')
      .filter((word) => word.startsWith('___'))
  }

  function prefixTerms(filter: string, count: number): string[] {
    const digits = `${String(String(count).length).padStart(2, '0')}${String(count).slice(0, 3).padEnd(3, '0')}`
    return [2, 3, 4, 5].map((length) => term(filter, digits.slice(0, length)))
  }
})
