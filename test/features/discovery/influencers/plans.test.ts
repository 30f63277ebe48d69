import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import {
  searchInfluencers,
  selectInfluencers,
} from '../../../../src/features/discovery/influencers/queries.ts'
import { type Cursor, parseCursor } from '../../../../src/platform/search/cursor.ts'
import { cents } from '../../../../src/shared/money.ts'
import { startDatabase } from '../../../support/database.ts'
import { planOfSelect, slowSteps } from '../query-plan.ts'

let database: Awaited<ReturnType<typeof startDatabase>>

// If EXPLAIN is the first to use a full-text index, it stays open and the file cannot be closed. So search first.
beforeAll(async () => {
  database = await startDatabase()
  for (const sort of influencerSorts) await searchInfluencers(database.db, { ...EVERYBODY, sort }, null)
})
afterAll(() => database.close())

const criteria: Partial<InfluencerSearch>[] = [
  {},
  { category: 'food', country: 'SE' },
  { followersFrom: 100, reachFrom: 5, engagementFrom: 0.01, priceTo: cents(500), ratingFrom: 4 },
]

async function planFor(search: InfluencerSearch, after: Cursor | null): Promise<string[]> {
  const select = selectInfluencers(database.db, search, after)
  if (!select) throw new Error('This search cannot match anything.')
  return planOfSelect(database.db.client, select)
}

describe.each(influencerSorts)('by %s', (sort) => {
  it.each(
    criteria.flatMap((filters) => [
      { ...EVERYBODY, ...filters, sort },
      { ...EVERYBODY, ...filters, sort, query: 'trail te' },
    ]),
  )('scans one index and looks up rows by id: “$query”, $category, $followersFrom', async (search) => {
    for (const after of [null, parseCursor('0_1'), parseCursor('1_1')]) {
      const plan = await planFor(search, after)
      const order = sort === 'relevance' ? 'reach' : sort
      // Whether the last word is common: it counts up to a limit.
      const count = `SCAN influencers_by_${order} VIRTUAL TABLE INDEX 0:M1`
      const [scan, ...lookups] = plan.filter(
        (step) => /^(SCAN|SEARCH) (?!\(subquery)/.test(step) && step !== count,
      )
      expect(scan).toMatch(new RegExp(`^SCAN influencers_by_${order} VIRTUAL TABLE INDEX \\d+:.*>`))
      for (const step of lookups.filter((step) => step !== scan)) {
        expect(step).toMatch(/^SEARCH (influencers|users) USING INTEGER PRIMARY KEY/)
      }
      // Only the scans of the full-text index and their subqueries.
      expect(slowSteps(plan).filter((step) => !/VIRTUAL TABLE|^SCAN \(subquery/.test(step))).toEqual([])
    }
  })
})
