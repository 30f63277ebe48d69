import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { type Cursor, idAt } from '../../../platform/search/cursor.ts'
import {
  column,
  cursorColumns,
  type Projection,
  pageOf,
  planSearch,
  type ScanValues,
  type Shape,
  scan,
} from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { influencerIndex } from '../index/definition.ts'
import type { InfluencerSearch } from './filters.ts'

export type FoundInfluencer = Omit<Awaited<ReturnType<typeof selectPage>>[number], keyof Cursor>

/** One page of the publicly visible influencers. One round trip. */
export async function searchInfluencers(
  db: Database,
  search: InfluencerSearch,
  after: Cursor | null,
): Promise<Page<FoundInfluencer>> {
  const select = selectInfluencers(db, search, after)
  return pageOf(select ? await select : [])
}

/** The select of `searchInfluencers`; null if nothing can match. */
export function selectInfluencers(db: Database, search: InfluencerSearch, after: Cursor | null) {
  const plan = planSearch(influencerIndex, search, after)
  return plan && selectPage(db, plan.values, plan.shape)
}

const selectPage = prepared((orm, values: Slots<ScanValues>, shape: Shape) =>
  orm
    .select(columns)
    .from(scan(influencerIndex, shape, values, projection))
    .limit(values.limit),
)

const projection: Projection = {
  columns: sql`${users.id}, display_name, category, niche, country, reach, followers, engagement_rate,
    lowest_price, rating, rating_count`,
  joins: (table) => sql`cross join ${influencers} on ${influencers.userId} = ${idAt(table)}
    cross join ${users} on ${users.id} = ${influencers.userId}`,
}

const columns = {
  id: column(users.id),
  name: column(users.displayName),
  category: column(influencers.category),
  niche: column(influencers.niche),
  country: column(influencers.country),
  reach: column(influencers.reach),
  followers: column(influencers.followers),
  engagementRate: column(influencers.engagementRate),
  lowestPrice: column(influencers.lowestPrice),
  rating: column(influencers.rating),
  ratingCount: column(influencers.ratingCount),
  ...cursorColumns,
}
