import { and, eq, exists, isNull, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { is } from '../db/constant.ts'
import type { Database } from '../db/database.ts'
import { cutPage, PAGE_SIZE, type Page } from '../http/paging.ts'
import { prefixArms, searchedColumns } from '../people/name-search.ts'
import { channels, influencers, users } from '../people/schema.ts'
import type { UserId } from '../shared/ids.ts'
import type { InfluencerFilters } from './influencer-filters.ts'

export type FoundInfluencer = Omit<Awaited<ReturnType<typeof selectByReach>>[number], 'key'>

/** The numbers that a page begins after, as `pageKey` made them, or null for the first. */
export type After = readonly number[] | null

/**
 * One page of influencers that anybody may see. Without words those with the largest reach come first; with
 * words those whose username or name begins with them, by name. One round trip.
 */
export async function searchInfluencers(
  db: Database,
  filters: InfluencerFilters,
  after: After,
): Promise<Page<FoundInfluencer>> {
  const rows = await selectInfluencers(db, filters, after)
  return cutPage(rows, PAGE_SIZE, ({ id, reach }) => (filters.words ? [id] : [reach, id]))
}

/** How many numbers stand in `after`. */
export function keyLength({ words }: InfluencerFilters): number {
  return words ? 1 : 2
}

/** The select of `searchInfluencers`. */
export function selectInfluencers(db: Database, filters: InfluencerFilters, after: After) {
  return filters.words ? selectByName(db, filters, after) : selectByReach(db, filters, after)
}

// The first page begins after the greatest number, so that every page is the same walk along the index.
function selectByReach(db: Database, filters: InfluencerFilters, after: After) {
  const [reach, id] = after ?? [Number.MAX_SAFE_INTEGER, 0]
  return db.orm
    .select(found(sql<string>`''`))
    .from(influencers)
    .crossJoin(users)
    .where(
      and(
        sql`(${influencers.reach}, ${influencers.user_id}) < (${reach}, ${id})`,
        eq(users.id, influencers.user_id),
        ...shown(filters),
      ),
    )
    .orderBy(sql`${influencers.reach} desc, ${influencers.user_id} desc`)
    .limit(PAGE_SIZE + 1)
}

function selectByName(db: Database, filters: InfluencerFilters, after: After) {
  const { username, name } = searchedColumns
  const arms = prefixArms(filters.words, [username, name], (after?.[0] ?? null) as UserId | null, isListed)
  const [byUsername, byName] = arms.map(({ key, where }) =>
    db.orm
      .select(found(key))
      .from(users)
      .crossJoin(influencers)
      .where(and(where, eq(influencers.user_id, users.id), ...shown(filters))),
  )
  if (!byUsername || !byName) throw new Error('There are as many arms as columns.')
  return unionAll(byUsername, byName)
    .orderBy(sql`key, id`)
    .limit(PAGE_SIZE + 1)
}

// In a subselect of its own: who stands at a page's end need not fit the filters.
const isListed = sql`${users.status} = 'active' and exists (select 1 from ${influencers}
  where ${influencers.user_id} = ${users.id} and ${influencers.flagged_at} is null)`

/** What a stranger may see, narrowed by the filters. */
function shown({ category, platform }: InfluencerFilters): (SQL | undefined)[] {
  return [
    is(users.status, 'active'),
    isNull(influencers.flagged_at),
    category ? eq(influencers.category, category) : undefined,
    platform ? exists(onPlatform(platform)) : undefined,
  ]
}

function onPlatform(platform: string): SQL {
  return sql`(select 1 from ${channels}
    where ${channels.influencer_id} = ${influencers.user_id} and ${channels.platform} = ${platform})`
}

function found(key: SQL<string>) {
  return {
    id: users.id,
    name: users.display_name,
    category: influencers.category,
    niche: influencers.niche,
    country: influencers.country,
    reach: influencers.reach,
    engagementRate: influencers.engagement_rate,
    lowestPrice: influencers.lowest_price,
    key: key.as('key'),
  }
}
