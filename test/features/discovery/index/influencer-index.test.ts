import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Figure,
  figureTokens,
  tokensOfFigure,
} from '../../../../src/features/discovery/index/figure-tokens.ts'
import { token, tokenOfBoth } from '../../../../src/features/discovery/index/tokens.ts'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../../src/features/discovery/influencers/queries.ts'
import { influencers } from '../../../../src/features/influencers/schema.ts'
import { cents } from '../../../../src/shared/money.ts'
import { countryCodes, languageCodes } from '../../../../src/shared/places.ts'
import { categories, categoryKeys, nichesOf, platformKeys } from '../../../../src/shared/taxonomy.ts'
import { startDatabase } from '../../../support/database.ts'
import { insertInfluencers, type Made, makeInfluencers } from '../influencer-world.ts'

let house: Awaited<ReturnType<typeof startDatabase>>
const [template] = makeInfluencers(1)

beforeAll(async () => {
  house = await startDatabase()
})
afterAll(() => house.close())

beforeEach(async () => {
  await run('delete from users')
  if (!template) throw new Error('There is nobody to begin with.')
  const mara: Made = {
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
  await insertInfluencers(house.db.client, [mara])
})

async function run(sql: string): Promise<void> {
  await house.db.client.execute(sql)
}

/** Whether she is found, in every order alike. */
async function isFound(values: Partial<InfluencerSearch> = {}): Promise<boolean> {
  const found = await Promise.all(
    influencerSorts.map((sort) => searchInfluencers(house.db, { ...EVERYBODY, ...values, sort }, null)),
  )
  const answers = new Set(found.map(({ rows }) => rows.length > 0))
  expect(answers.size).toBe(1)
  return answers.has(true)
}

describe('from the moment of the change, nobody finds', () => {
  it.each([
    ['a suspended one', "update users set status = 'suspended'", "update users set status = 'active'"],
    [
      'a flagged one',
      "update influencers set flagged_at = 1, flag_reason = 'Bought'",
      'update influencers set flagged_at = null',
    ],
  ])('%s, until it is undone', async (_, hide, show) => {
    expect(await isFound({ words: 'mara' })).toBe(true)
    await run(hide)
    expect(await isFound()).toBe(false)
    expect(await isFound({ words: 'mara' })).toBe(false)
    expect(await isFound({ category: 'outdoors', platform: 'instagram' })).toBe(false)
    await run(show)
    expect(await isFound({ words: 'mara' })).toBe(true)
  })

  it('one that is gone', async () => {
    await run('delete from users')
    expect(await isFound()).toBe(false)
    const { rows } = await house.db.client.execute('select count(*) as count from influencer_ranks')
    expect(rows[0]?.count).toBe(0)
  })

  it('one by what it was called before', async () => {
    await run("update users set display_name = 'Nils Holm', username = 'nils'")
    await run("update influencers set bio = 'Bread'")
    await run("update channels set handle = '@nils'")
    expect(await isFound({ words: 'mara' })).toBe(false)
    expect(await isFound({ words: 'fells' })).toBe(false)
    expect(await isFound({ words: 'nils bread' })).toBe(true)
  })
})

describe('a change of figures and topics', () => {
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
  ])('%s is found by at once', async (change, no, yes) => {
    await run(`update ${change}`)
    expect(await isFound(no)).toBe(false)
    expect(await isFound(yes)).toBe(true)
  })

  it('a channel that comes and goes is found by, and not', async () => {
    await run(`insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
      average_comments, posts_last_30_days, metrics_date) values (7, 'podcast', 'fellcast', '', 0, 0, 0, 0, 0, '2026-11-01')`)
    expect(await isFound({ platform: 'podcast', words: 'fellcast' })).toBe(true)
    await run("delete from channels where platform = 'podcast'")
    expect(await isFound({ platform: 'podcast' })).toBe(false)
    expect(await isFound({ words: 'fellcast' })).toBe(false)
  })
})

describe('the database says the same as the program', () => {
  it('of what people call categories and niches', async () => {
    const { rows } = await house.db.client.execute('select category, niche, words from taxonomy_words')
    const expected = categoryKeys.flatMap((category) => [
      { category, niche: '', words: categories[category].label },
      ...Object.entries(categories[category].niches).map(([niche, label]) => ({
        category,
        niche,
        words: `${categories[category].label} ${label}`,
      })),
    ])
    expect(rows.map((row) => ({ ...row })).sort(byKey)).toEqual(expected.sort(byKey))
  })

  it('of the tokens for what can be filtered by', async () => {
    const { rows } = await house.db.client.execute('select facets from influencer_documents')
    const facets = String(rows[0]?.facets).split(' ').sort()
    expect(facets).toEqual(
      [
        token('category', 'outdoors'),
        token('niche', 'hiking'),
        token('country', 'SE'),
        tokenOfBoth('outdoors', 'country', 'SE'),
        token('availability', 'open'),
        ...tokensOfFigure('followers', 42_000),
        ...tokensOfFigure('reach', 31_000),
        ...tokensOfFigure('engagement', 41_000),
        ...tokensOfFigure('price', 25_000),
        token('rating', 42),
        token('platform', 'instagram'),
        tokenOfBoth('outdoors', 'platform', 'instagram'),
        token('language', 'sv'),
        token('language', 'en'),
      ].sort(),
    )
  })

  it.each<[Figure, string]>([
    ['followers', 'followers = ?'],
    ['reach', 'reach = ?'],
    ['engagement', 'engagement_rate = ? / 1000000.0'],
    ['price', 'lowest_price = ?'],
  ])('of the tokens of any %s', async (figure, change) => {
    for (const count of [
      0,
      1,
      2,
      9,
      10,
      29,
      99,
      100,
      101,
      999,
      1_000,
      1_009,
      299_999,
      10 ** 9,
      3 * 10 ** 10,
    ]) {
      await house.db.client.execute({ sql: `update influencers set ${change}`, args: [count] })
      const { rows } = await house.db.client.execute('select facets from influencer_documents')
      const facets = String(rows[0]?.facets).split(' ')
      for (const one of tokensOfFigure(figure, count)) expect(facets).toContain(one)
    }
  })

  it('of every key by a token of its own', () => {
    const keys = {
      category: categoryKeys,
      niche: categoryKeys.flatMap((category) => Object.keys(nichesOf(category))),
      platform: platformKeys,
      availability: influencers.availability.enumValues,
      country: countryCodes,
      language: languageCodes,
      rating: Array.from({ length: 51 }, (_, tenths) => tenths),
    }
    const lists = ['category', 'niche', 'platform', 'availability'] as const
    const unknown = lists.map((facet) => token(facet, 'none of these'))
    const tokens = Object.entries(keys).flatMap(([facet, all]) =>
      all.map((key) => token(facet as keyof typeof keys, key)),
    )
    expect(new Set([...tokens, ...unknown]).size).toBe(tokens.length + unknown.length)
    expect(tokens.filter((one) => !/^\p{Co}$/u.test(one))).toEqual([])
    const [largest = ''] = tokensOfFigure('price', 10 ** 16 - 1)
      .toSorted()
      .reverse()
    expect([...tokens, ...unknown].filter((one) => one <= largest)).toEqual([])
  })

  it('in signs that the index takes for words', () => {
    for (const figure of ['followers', 'reach', 'engagement', 'price'] as const)
      for (let digits = 1; digits <= 16; digits++)
        for (let first = 100; first < 1_000; first++) {
          const tokens = tokensOfFigure(figure, Math.floor(first * 10 ** (digits - 3)))
          expect(tokens.filter((one) => !/^\p{Co}$/u.test(one))).toEqual([])
        }
  })

  it('of the numbers from one to another', () => {
    const number = fc.oneof(fc.nat(2_000), fc.nat(), fc.integer({ min: 0, max: 20_000_000_000 }))
    fc.assert(
      fc.property(number, number, fc.option(number), (count, from, to) => {
        const isFound = figureTokens('reach', from, to).some((one) =>
          tokensOfFigure('reach', count).includes(one),
        )
        const isBetween = count >= from && count <= (to ?? Number.POSITIVE_INFINITY)
        // Those of one token with an end are found too, to be looked at: they differ in the fourth digit at most.
        const near = (end: number) =>
          String(end).length === String(count).length && String(end).slice(0, 3) === String(count).slice(0, 3)
        expect(isFound).toBe(isBetween || (from <= (to ?? from) && (near(from) || (to !== null && near(to)))))
      }),
    )
  })
})

function byKey(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): number {
  return `${one.category} ${one.niche}`.localeCompare(`${other.category} ${other.niche}`)
}
