import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CampaignSearch,
  campaignSorts,
  EVERY_CAMPAIGN,
} from '../../../../src/features/discovery/campaigns/filters.ts'
import { searchCampaigns, selectCampaigns } from '../../../../src/features/discovery/campaigns/queries.ts'
import { parseCursor } from '../../../../src/platform/search/cursor.ts'
import { cents } from '../../../../src/shared/money.ts'
import { startDatabase } from '../../../support/database.ts'
import { bruteForce, dayFrom, insertCampaigns, makeCampaigns, NOW } from '../campaign-fixture.ts'
import { anyQuery, hostileQueries } from '../hostile-queries.ts'
import { planOfSelect } from '../query-plan.ts'

const made = makeCampaigns()
let database: Awaited<ReturnType<typeof startDatabase>>

beforeAll(async () => {
  database = await startDatabase()
  await insertCampaigns(database.db.client, made)
})
afterAll(() => database.close())

async function allPages(search: CampaignSearch): Promise<number[]> {
  const ids: number[] = []
  let next: string | null = null
  do {
    const page = await searchCampaigns(database.db, search, next === null ? null : parseCursor(next), NOW)
    ids.push(...page.rows.map(({ id }) => id))
    next = page.next
  } while (next !== null)
  return ids
}

const days = [-400, -30, -1, 0, 1, 9, 10, 40, 70, 300, 700].map(dayFrom)
const amounts = [1, 100, 100_000, 250_000, 299_999, 300_000, 300_001, 1_000_000, 100_000_000_000].map(cents)

/** Values for each criterion. */
const criteria = {
  query: fc.constantFrom(
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

/** Searches by these criteria only, in any sort order. */
function searchesBy(...chosen: readonly Criterion[]): fc.Arbitrary<CampaignSearch> {
  const record = Object.fromEntries(chosen.map((name) => [name, criteria[name]]))
  return fc
    .record({ ...record, sort: fc.constantFrom(...campaignSorts) })
    .map((values) => ({ ...EVERY_CAMPAIGN, ...values }))
}

async function agrees(search: CampaignSearch): Promise<void> {
  expect(await allPages(search)).toEqual(bruteForce(made, search))
}

describe('a search finds the same as checking every campaign, in the same order', () => {
  it.each(campaignSorts)('without a filter, by %s', async (sort) => {
    await agrees({ ...EVERY_CAMPAIGN, sort })
    expect((await allPages({ ...EVERY_CAMPAIGN, sort })).length).toBeGreaterThan(60)
  })

  it.each(names)('by %s alone', async (name) => {
    await fc.assert(fc.asyncProperty(searchesBy(name), agrees), { numRuns: 40 })
  })

  it.each(names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const)))(
    'by %s and %s',
    async (one, other) => {
      await fc.assert(fc.asyncProperty(searchesBy(one, other), agrees), { numRuns: 15 })
    },
  )

  it('by any combination', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(names).chain((chosen) => searchesBy(...chosen)),
        agrees,
      ),
      { numRuns: 100 },
    )
  })
})

describe('hostile queries', () => {
  it.each(hostileQueries.map((query) => [JSON.stringify(query).slice(0, 40), query] as const))(
    '%s',
    async (_, query) => {
      for (const sort of campaignSorts) {
        const search = { ...EVERY_CAMPAIGN, query, sort }
        await expect(searchCampaigns(database.db, search, null, NOW)).resolves.toHaveProperty('rows')
        await expect(
          searchCampaigns(database.db, { ...search, category: 'food' }, null, NOW),
        ).resolves.toHaveProperty('rows')
      }
    },
  )

  it('of any kind never fail', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.constantFrom(...campaignSorts), async (text, sort) => {
        await searchCampaigns(database.db, { ...EVERY_CAMPAIGN, query: text, sort }, null, NOW)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the query plan', () => {
  const shapes = campaignSorts.flatMap((sort) =>
    ['', 'trail te'].flatMap((query) => [
      { ...EVERY_CAMPAIGN, sort, query },
      { ...EVERY_CAMPAIGN, sort, query, category: 'food' as const, from: '2026-12-01', budgetTo: cents(500) },
    ]),
  )

  it.each(shapes)(
    'scans the index of the sort order and never sorts: $sort, “$query”, $category',
    async (search) => {
      for (const after of [null, parseCursor('0_1'), parseCursor('1_1')]) {
        const select = selectCampaigns(database.db, search, after, NOW)
        if (!select) throw new Error('This search cannot match anything.')
        const plan = await planOfSelect(database.db.client, select)
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
