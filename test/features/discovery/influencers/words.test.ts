import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../../../src/features/discovery/index/query-words.ts'
import { COMMON_FROM } from '../../../../src/features/discovery/index/scan.ts'
import { term } from '../../../../src/features/discovery/index/terms.ts'
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
import type { UserId } from '../../../../src/shared/ids.ts'
import { normalizeText } from '../../../../src/shared/normalize-text.ts'
import { startDatabase } from '../../../support/database.ts'
import { anyWords, hostileWords } from '../hostile-words.ts'
import { insertInfluencers, type Made, makeInfluencers } from '../influencer-fixture.ts'

let house: Awaited<ReturnType<typeof startDatabase>>
const [template] = makeInfluencers(1)

/** Somebody of whom only these words are known. */
function somebody(id: number, bio: string, name = 'Somebody'): Made {
  if (!template) throw new Error('There is nobody to begin with.')
  const figures = { followers: 50, channels: [], status: 'active', isFlagged: false } as const
  return {
    ...template,
    ...figures,
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
  house = await startDatabase()
  await insertInfluencers(house.db.client, [
    somebody(1, 'Café Ångström naïve Straße ΟΔΟΣ', 'José Müller'),
    somebody(2, 'مرحبا بكم', 'سلمى'),
    somebody(3, 'नमस्ते दुनिया', 'आशा'),
    somebody(4, '你好 世界', '美食'),
    somebody(5, '\u{e001}zircon trail', '\u{e001}Nobody'),
    somebody(6, 'e\u0301clair, decomposed', 'Zircon'),
  ])
})
afterAll(() => house.close())

async function find(values: Partial<InfluencerSearch>): Promise<number[]> {
  const { rows } = await searchInfluencers(house.db, { ...EVERYBODY, ...values }, null)
  return rows.map(({ id }) => Number(id)).sort()
}

describe('words are found whatever their case and accents', () => {
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
  ])('%s', async (words, expected) => {
    expect(await find({ words })).toEqual(expected)
  })
})

describe('what only the index is to know of', () => {
  it('is no name because somebody writes it like one', async () => {
    const search = { ...EVERYBODY, words: 'zircon', sort: 'relevance' } as const
    const { rows } = await searchInfluencers(house.db, search, null)
    expect(rows.map(({ id }) => id)).toEqual([6, 5])
  })

  it('cannot be looked for in words', async () => {
    const facet = term('category', 'food')
    expect(await find({ words: facet })).toEqual([])
    expect(wordsOf(`${facet} _c \u{e001}d`)).toEqual(['category', 'food', 'c', 'd'])
  })
})

describe('words that mean harm', () => {
  it.each(hostileWords.map((words) => [JSON.stringify(words).slice(0, 40), words] as const))(
    '%s',
    async (_, words) => {
      for (const sort of influencerSorts) {
        for (const category of [null, 'outdoors' as const]) {
          const found = await searchInfluencers(house.db, { ...EVERYBODY, words, category, sort }, null)
          if (category) expect(found.rows).toEqual([])
        }
      }
    },
  )

  it('of any kind are looked for or not, but never break anything', async () => {
    await fc.assert(
      fc.asyncProperty(anyWords, fc.constantFrom(...influencerSorts), async (words, sort) => {
        await find({ words, sort })
      }),
      { numRuns: 100 },
    )
  })

  it('are few, short, and begin with a letter or a digit', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        const words = wordsOf(text)
        expect(words.length).toBeLessThanOrEqual(8)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,39}$/u)
      }),
    )
  })
})

// FTS5 cannot look for two tokens in a row without positions, so each word has to be one token for it too.
it('a word is one token, whatever letters it is made of', async () => {
  await house.db.client.batch(
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

  await house.db.client.execute({
    sql: 'insert into words (rowid, word) select key, value from json_each(?)',
    args: [JSON.stringify(words)],
  })
  const { rows } = await house.db.client.execute(
    'select count(*) as count, count(distinct doc) as docs from tokens',
  )
  expect(rows[0]).toEqual({ count: words.length, docs: words.length })
}, 60_000)

describe('a last word that is common as it stands', () => {
  const zebras = Array.from({ length: COMMON_FROM }, (_, index) => somebody(1_000 + index, 'A zebra'))

  it('is not taken for a beginning as well', async () => {
    const other = { ...somebody(900, 'Zebras'), reach: 10 ** 9 }
    await insertInfluencers(house.db.client, [other, ...zebras.slice(1)])
    expect(await firstFor('zebra')).toBe(900)
    await insertInfluencers(house.db.client, zebras.slice(0, 1))
    expect(await firstFor('zebra')).not.toBe(900)
    expect(await firstFor('zebra food', 'price')).not.toBe(900)
    expect(await firstFor('zebr')).toBe(900)
    expect(await firstFor('zebras')).toBe(900)
  })

  it('is none in what a saved search counts its new matches by, which is chosen when it is stored', async () => {
    const user = 1 as UserId
    const store = async (query: string, at = 0) => {
      const stored = toStored(kinds.influencers.read(query, 'USD'))
      await saveSearch(house.db, user, { kind: 'influencers', name: query, ...stored }, at)
      const [row] = await selectSaved(house.db, { user, now: 1 })
      expect(isCurrent(row?.criteria ?? null, stored)).toBe(true)
      return { ...stored, id: row?.id, chosen: row?.criteria, newMatches: row?.newMatches }
    }
    const zebra = await store('words=zebra')
    expect(zebra).toMatchObject({ chosen: zebra.whole?.criteria, newMatches: 21 })
    const zebras = await store('words=zebras')
    expect(zebras).toMatchObject({ chosen: zebras.criteria, newMatches: 1 })
    const short = await store('words=zeb')
    expect(short).toMatchObject({ whole: null, chosen: short.criteria, newMatches: 21 })

    // A visit chooses anew.
    await house.db.client.execute('update saved_searches set criteria = null')
    if (zebra.id) await visitSearch(house.db, user, { ...zebra, id: zebra.id, kind: 'influencers' }, 1)
    const criteria = (await selectSaved(house.db, { user, now: 1 })).map((row) => row.criteria)
    expect(criteria.filter((one) => one !== null)).toEqual([zebra.whole?.criteria])
  })

  async function firstFor(words: string, sort: InfluencerSearch['sort'] = 'reach') {
    const { rows } = await searchInfluencers(house.db, { ...EVERYBODY, words, sort }, null)
    return rows[0]?.id
  }
})
