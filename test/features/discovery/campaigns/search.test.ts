import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CampaignSearch,
  campaignSorts,
  EVERY_CAMPAIGN,
} from '../../../../src/features/discovery/campaigns/filters.ts'
import { searchCampaigns, selectCampaigns } from '../../../../src/features/discovery/campaigns/queries.ts'
import { parseCursor } from '../../../../src/features/discovery/index/cursor.ts'
import { cents } from '../../../../src/shared/money.ts'
import { startDatabase } from '../../../support/database.ts'
import { bruteForce, dayFrom, insertCampaigns, makeCampaigns, NOW } from '../campaign-fixture.ts'
import { anyWords, hostileWords } from '../hostile-words.ts'
import { planOfSelect } from '../plan.ts'

const made = makeCampaigns()
let house: Awaited<ReturnType<typeof startDatabase>>

beforeAll(async () => {
  house = await startDatabase()
  await insertCampaigns(house.db.client, made)
})
afterAll(() => house.close())

async function allPages(search: CampaignSearch): Promise<number[]> {
  const ids: number[] = []
  let next: string | null = null
  do {
    const page = await searchCampaigns(house.db, search, next === null ? null : parseCursor(next), NOW)
    ids.push(...page.rows.map(({ id }) => id))
    next = page.next
  } while (next !== null)
  return ids
}

const days = [-400, -30, -1, 0, 1, 9, 10, 40, 70, 300, 700].map(dayFrom)
const amounts = [1, 100, 100_000, 250_000, 299_999, 300_000, 300_001, 1_000_000, 100_000_000_000].map(cents)

/** Values for each criterion. */
const criteria = {
  words: fc.constantFrom(
    'trail',
    'Trail boots',
    'tent',
    'te',
    't',
    'CAFE',
    'zürich caf',
    'café’s roast',
    'grosse',
    'größe',
    'angstrom',
    'gone',
    'northway',
    'hiking',
    'food and',
    '100 %',
    'nobody',
    '!!!',
  ),
  category: fc.constantFrom('outdoors' as const, 'food' as const, 'travel' as const),
  niche: fc.constantFrom('hiking', 'recipes', 'slow_travel', 'camping'),
  platform: fc.constantFrom('instagram' as const, 'x' as const, 'podcast' as const),
  budgetFrom: fc.constantFrom(...amounts),
  budgetTo: fc.constantFrom(...amounts),
  from: fc.constantFrom(...days),
  until: fc.constantFrom(...days),
}
type Criterion = keyof typeof criteria
const names = Object.keys(criteria) as Criterion[]

/** Searches by these criteria and no others, in any order. */
function searchesBy(...chosen: readonly Criterion[]): fc.Arbitrary<CampaignSearch> {
  const record = Object.fromEntries(chosen.map((name) => [name, criteria[name]]))
  return fc
    .record({ ...record, sort: fc.constantFrom(...campaignSorts) })
    .map((values) => ({ ...EVERY_CAMPAIGN, ...values }))
}

async function agrees(search: CampaignSearch): Promise<void> {
  expect(await allPages(search)).toEqual(bruteForce(made, search))
}

describe('a search finds what looking at every campaign finds, in the same order', () => {
  it.each(campaignSorts)('without a filter, by %s', async (sort) => {
    await agrees({ ...EVERY_CAMPAIGN, sort })
    expect((await allPages({ ...EVERY_CAMPAIGN, sort })).length).toBeGreaterThan(60)
  })

  it.each(names)('by %s alone', async (name) => {
    await fc.assert(fc.asyncProperty(searchesBy(name), agrees), { numRuns: 40 })
  })

  it.each(names.flatMap((one, place) => names.slice(place + 1).map((other) => [one, other] as const)))(
    'by %s and %s',
    async (one, other) => {
      await fc.assert(fc.asyncProperty(searchesBy(one, other), agrees), { numRuns: 15 })
    },
  )

  it('by everything at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(names).chain((chosen) => searchesBy(...chosen)),
        agrees,
      ),
      { numRuns: 100 },
    )
  })
})

describe('words that mean harm', () => {
  it.each(hostileWords.map((words) => [JSON.stringify(words).slice(0, 40), words] as const))(
    '%s',
    async (_, words) => {
      for (const sort of campaignSorts) {
        const search = { ...EVERY_CAMPAIGN, words, sort }
        await expect(searchCampaigns(house.db, search, null, NOW)).resolves.toHaveProperty('rows')
        await expect(
          searchCampaigns(house.db, { ...search, category: 'food' }, null, NOW),
        ).resolves.toHaveProperty('rows')
      }
    },
  )

  it('of any kind are looked for or not, but never break anything', async () => {
    await fc.assert(
      fc.asyncProperty(anyWords, fc.constantFrom(...campaignSorts), async (text, sort) => {
        await searchCampaigns(house.db, { ...EVERY_CAMPAIGN, words: text, sort }, null, NOW)
      }),
      { numRuns: 150 },
    )
  })
})

describe('how SQLite goes about it', () => {
  const shapes = campaignSorts.flatMap((sort) =>
    ['', 'trail te'].flatMap((words) => [
      { ...EVERY_CAMPAIGN, sort, words },
      { ...EVERY_CAMPAIGN, sort, words, category: 'food' as const, from: '2026-12-01', budgetTo: cents(500) },
    ]),
  )

  it.each(shapes)(
    'reads along the index of the order and never sorts: $sort, “$words”, $category',
    async (search) => {
      for (const after of [null, parseCursor('0_1'), parseCursor('1_1')]) {
        const select = selectCampaigns(house.db, search, after, NOW)
        if (!select) throw new Error('There is nothing to explain.')
        const plan = await planOfSelect(house.db.client, select)
        const steps = plan.filter((step) => /^(SCAN|SEARCH) (?!\(subquery)/.test(step))
        expect(steps[0]).toMatch(/^SCAN campaigns_by_\w+ VIRTUAL TABLE INDEX \d+:.*>/)
        expect(plan.join()).not.toContain('TEMP B-TREE')
        for (const step of steps) {
          if (!step.includes('VIRTUAL TABLE')) expect(step).toMatch(/^SEARCH .* USING INTEGER PRIMARY KEY/)
        }
      }
    },
  )
})
