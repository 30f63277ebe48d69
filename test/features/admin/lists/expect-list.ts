import fc from 'fast-check'
import { expect } from 'vitest'
import type { ListSearch } from '../../../../src/platform/list/search.ts'
import { type ListContext, type ListSource, readAround } from '../../../../src/platform/list/source.ts'
import { DAY } from '../../../../src/shared/time.ts'
import { allPages } from './all-pages.ts'

interface Identified {
  readonly id: number
}

interface Expected<Row extends Identified, Item extends Identified, Search extends ListSearch> {
  readonly source: ListSource<Row, Search>
  readonly context: ListContext
  readonly searches: fc.Arbitrary<Search>
  /** All that there is, and which of it a search finds, in which order. */
  readonly items: readonly Item[]
  readonly matches: (item: Item, search: Search) => boolean
  readonly compare: (one: Item, other: Item, sort: Search['sort']) => number
}

/** Any search has everything that matches once and in order, page by page, and counts it. */
export async function expectEverySearch<
  Row extends Identified,
  Item extends Identified,
  Search extends ListSearch,
>(
  { source, context, searches, items, matches, compare }: Expected<Row, Item, Search>,
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(searches, fc.integer({ min: 1, max: 9 }), async (search, size) => {
      const expected = items
        .filter((item) => matches(item, search))
        .sort((one, other) => compare(one, other, search.sort))
        .map(({ id }) => id)
      const rows = await allPages(source, context, search, size)
      expect(rows.map(({ id }) => id)).toEqual(expected)
      expect((await readAround(source, context, search)).count).toBe(expected.length)
    }),
    { numRuns },
  )
}

/** A day of a filter, or none. */
export const anyDay = fc.constantFrom(null, null, null, null, '2026-11-20', '2026-11-24', '2026-11-27')

/** Whether a moment in milliseconds UTC is in a range of days in UTC. Null is in no range. */
export function isInDays(moment: number | null, from: string | null, until: string | null): boolean {
  if (from === null && until === null) return true
  if (moment === null) return false
  return moment >= Date.parse(from ?? '2000-01-01') && moment < Date.parse(until ?? '2100-01-01') + DAY
}
