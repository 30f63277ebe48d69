import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../../src/features/discovery/influencers/queries.ts'
import {
  isCurrent,
  saveSearch,
  selectSaved,
  toStored,
  visitSearch,
} from '../../../../src/features/discovery/saved-searches/queries.ts'
import { kinds } from '../../../../src/features/discovery/saved-searches/saved-kinds.ts'
import { wordsOf } from '../../../../src/platform/search/query-words.ts'
import { COMMON } from '../../../../src/platform/search/scan.ts'
import { term } from '../../../../src/platform/search/terms.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { normalizeText } from '../../../../src/shared/normalize-text.ts'
import { startDatabase } from '../../../support/database.ts'
import { anyQuery, hostileQueries } from '../hostile-queries.ts'
import { insertInfluencers, makeInfluencers, type TestInfluencer } from '../influencer-fixture.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
const [template] = makeInfluencers(1)

/** An influencer with only these words. */
function somebody(id: number, bio: string, name = 'Somebody'): TestInfluencer {
  if (!template) throw new Error('There is no template.')
  const rest = { followers: 50, channels: [], status: 'active', isFlagged: false } as const
  return {
    ...template,
    ...rest,
    country: 'DE',
    languages: ['de'],
    id,
    username: `person${id}`,
    name,
    bio,
    category: 'food',
    niche: 'recipes',
  }
}

beforeAll(async () => {
  database = await startDatabase()
  await insertInfluencers(database.db.client, [
    somebody(1, 'Café Ångström naïve Straße ΟΔΟΣ', 'José Müller'),
    somebody(2, 'مرحبا بكم', 'سلمى'),
    somebody(3, 'नमस्ते दुनिया', 'आशा'),
    somebody(4, '你好 世界', '美食'),
    somebody(5, '\u{e001}zircon trail', '\u{e001}Nobody'),
    somebody(6, 'e\u0301clair, decomposed', 'Zircon'),
  ])
})
afterAll(() => database.close())

async function find(values: Partial<InfluencerSearch>): Promise<number[]> {
  const { rows } = await searchInfluencers(database.db, { ...EVERYBODY, ...values }, null)
  return rows.map(({ id }) => Number(id)).sort()
}

describe('words match in any case, with or without accents', () => {
  it.each([
    ['jose', [1]],
    ['JOSÉ mull', [1]],
    ['cafe', [1]],
    ['CAFÉ', [1]],
    ['cafe\u0301', [1]],
    ['angstrom', [1]],
    ['NAÏVE', [1]],
    ['straße', [1]],
    ['STRASSE', [1]],
    ['strase', []],
    ['οδοσ', [1]],
    ['οδος', [1]],
    ['مرحبا', [2]],
    ['سلمى بكم', [2]],
    ['नमस्ते', [3]],
    ['你好', [4]],
    ['美食 世界', [4]],
    ['éclair', [6]],
    ['recipes', [1, 2, 3, 4, 5, 6]],
    ['food and drink', [1, 2, 3, 4, 5, 6]],
  ])('%s', async (query, expected) => {
    expect(await find({ query })).toEqual(expected)
  })
})

describe('the marks and terms of the index', () => {
  it('do not make a word a name if somebody types the mark', async () => {
    const search = { ...EVERYBODY, query: 'zircon', sort: 'relevance' } as const
    const { rows } = await searchInfluencers(database.db, search, null)
    expect(rows.map(({ id }) => id)).toEqual([6, 5])
  })

  it('cannot be searched for', async () => {
    const facet = term('category', 'food')
    expect(await find({ query: facet })).toEqual([])
    expect(wordsOf(`${facet} _c \u{e001}d`)).toEqual(['category', 'food', 'c', 'd'])
  })
})

describe('hostile queries', () => {
  it.each(hostileQueries.map((query) => [JSON.stringify(query).slice(0, 40), query] as const))(
    '%s',
    async (_, query) => {
      for (const sort of influencerSorts) {
        for (const category of [null, 'outdoors' as const]) {
          const found = await searchInfluencers(database.db, { ...EVERYBODY, query, category, sort }, null)
          if (category) expect(found.rows).toEqual([])
        }
      }
    },
  )

  it('of any kind never fail', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.constantFrom(...influencerSorts), async (query, sort) => {
        await find({ query, sort })
      }),
      { numRuns: 100 },
    )
  })

  it('have few, short words that begin with a letter or a digit', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const words = wordsOf(text)
        expect(words.length).toBeLessThanOrEqual(8)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,39}$/u)
      }),
    )
  })
})

// Without positions, FTS5 cannot search for two tokens in a row. So each word must be one token for FTS5 too.
it('every word is one token', async () => {
  await database.db.client.batch(
    [
      `create virtual table words using fts5 (word,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '_'")`,
      "create virtual table tokens using fts5vocab (words, 'instance')",
    ],
    'write',
  )
  const words = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => `q${String.fromCodePoint(code)}z`)
    .filter((text) => /^q[\p{L}\p{N}]z$/u.test(text))
    .flatMap((text) => normalizeText(text).split(' '))
  expect(words.length).toBeGreaterThan(140_000)

  await database.db.client.execute({
    sql: 'insert into words (rowid, word) select key, value from json_each(?)',
    args: [JSON.stringify(words)],
  })
  const { rows } = await database.db.client.execute(
    'select count(*) as count, count(distinct doc) as docs from tokens',
  )
  expect(rows[0]).toEqual({ count: words.length, docs: words.length })
})

describe('a last word that is common', () => {
  const zebras = Array.from({ length: COMMON }, (_, index) => somebody(1_000 + index, 'A zebra'))

  it('does not match as a prefix', async () => {
    const other = { ...somebody(900, 'Zebras'), reach: 10 ** 9 }
    await insertInfluencers(database.db.client, [other, ...zebras.slice(1)])
    expect(await firstFor('zebra')).toBe(900)
    await insertInfluencers(database.db.client, zebras.slice(0, 1))
    expect(await firstFor('zebra')).not.toBe(900)
    expect(await firstFor('zebra food', 'price')).not.toBe(900)
    expect(await firstFor('zebr')).toBe(900)
    expect(await firstFor('zebras')).toBe(900)
  })

  it('does not match as a prefix in a saved search either, which decides when it is stored', async () => {
    const user = 1 as UserId
    const store = async (query: string, at = 0) => {
      const stored = toStored(kinds.influencers.read(query, 'USD'))
      await saveSearch(database.db, user, { kind: 'influencers', name: query, ...stored }, at)
      const [row] = await selectSaved(database.db, { user, now: 1 })
      expect(isCurrent(row?.criteria ?? null, stored)).toBe(true)
      return { ...stored, id: row?.id, chosen: row?.criteria, newMatches: row?.newMatches }
    }
    const zebra = await store('query=zebra')
    expect(zebra).toMatchObject({ chosen: zebra.criteria?.replace('~', ''), newMatches: 21 })
    const zebras = await store('query=zebras')
    expect(zebras).toMatchObject({ chosen: zebras.criteria?.replace('~', ' *'), newMatches: 1 })
    const short = await store('query=zeb')
    expect(short).toMatchObject({ chosen: short.criteria, newMatches: 21 })

    // A visit decides again.
    await database.db.client.execute('update saved_searches set criteria = null')
    if (zebra.id) await visitSearch(database.db, user, { ...zebra, id: zebra.id, kind: 'influencers' }, 1)
    const criteria = (await selectSaved(database.db, { user, now: 1 })).map((row) => row.criteria)
    expect(criteria.filter((one) => one !== null)).toEqual([zebra.criteria?.replace('~', '')])
  })

  async function firstFor(query: string, sort: InfluencerSearch['sort'] = 'reach') {
    const { rows } = await searchInfluencers(database.db, { ...EVERYBODY, query, sort }, null)
    return rows[0]?.id
  }
})
