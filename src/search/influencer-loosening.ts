import type { Database } from '../db/database.ts'
import type { Removable } from './influencer-active.ts'
import { selectInfluencers } from './influencer-store.ts'

/** A filter whose absence would let some be found; `count` stops at one more than a page. */
export interface Loosening {
  readonly filter: Removable
  readonly count: number
}

/** What to take away from a search that finds nobody, in one round trip. Nothing where no filter alone is to blame. */
export async function findLoosenings(db: Database, filters: readonly Removable[]): Promise<Loosening[]> {
  const selects = filters.flatMap((filter) => {
    const select = selectInfluencers(db, filter.without, null)
    return select ? [{ filter, select }] : []
  })
  if (selects.length === 0) return []
  const found = await db.read(selects.map(({ select }) => select))
  return selects
    .map(({ filter }, index) => ({ filter, count: found[index]?.length ?? 0 }))
    .filter(({ count }) => count > 0)
}
