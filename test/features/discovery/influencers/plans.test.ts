import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cursor, parseCursor } from '../../../../src/features/discovery/index/cursor.ts'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import {
  searchInfluencers,
  selectInfluencers,
} from '../../../../src/features/discovery/influencers/queries.ts'
import { cents } from '../../../../src/shared/money.ts'
import { startDatabase } from '../../../support/database.ts'
import { planOfSelect, slowSteps } from '../plan.ts'

let house: Awaited<ReturnType<typeof startDatabase>>

// An EXPLAIN that is the first to touch a full-text index keeps it open, and the file could not be closed.
beforeAll(async () => {
  house = await startDatabase()
  for (const sort of influencerSorts) await searchInfluencers(house.db, { ...EVERYBODY, sort }, null)
})
afterAll(() => house.close())

const criteria: Partial<InfluencerSearch>[] = [
  {},
  { category: 'food', country: 'SE' },
  { followersFrom: 100, reachFrom: 5, engagementFrom: 0.01, priceTo: cents(500), ratingFrom: 4 },
]

async function planFor(search: InfluencerSearch, after: Cursor | null): Promise<string[]> {
  const select = selectInfluencers(house.db, search, after)
  if (!select) throw new Error('There is nothing to explain.')
  return planOfSelect(house.db.client, select)
}

describe.each(influencerSorts)('by %s', (sort) => {
  it.each(
    criteria.flatMap((filters) => [
      { ...EVERYBODY, ...filters, sort },
      { ...EVERYBODY, ...filters, sort, query: 'trail te' },
    ]),
  )('reads along one index and looks rows up: “$words”, $category, $followersFrom', async (search) => {
    for (const after of [null, parseCursor('0_1'), parseCursor('1_1')]) {
      const plan = await planFor(search, after)
      const [walk, ...lookups] = plan.filter((step) => /^(SCAN|SEARCH) (?!\(subquery)/.test(step))
      const order = sort === 'relevance' ? 'reach' : sort
      expect(walk).toMatch(new RegExp(`^SCAN influencers_by_${order} VIRTUAL TABLE INDEX \\d+:.*>`))
      for (const step of lookups.filter((step) => step !== walk)) {
        expect(step).toMatch(/^SEARCH (influencers|users) USING INTEGER PRIMARY KEY/)
      }
      // Only the walks themselves, and what is read of them.
      expect(slowSteps(plan).filter((step) => !/VIRTUAL TABLE|^SCAN \(subquery/.test(step))).toEqual([])
    }
  })
})
