import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { type Orm, prepared, type Slots } from '../../../platform/db/prepared.ts'
import { PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { type After, FIRST, idAt, type Place } from '../index/cursor.ts'
import { influencerMatch } from '../index/influencer-match.ts'
import type { Match, Way } from '../index/match.ts'
import { matchOf, pageOf, type Reading, read, standing, walk, walks } from '../index/scan.ts'
import type { InfluencerSearch, InfluencerSort } from './filters.ts'

export type FoundInfluencer = Omit<Awaited<ReturnType<typeof selectPage>>[number], keyof After>

/**
 * One page of the influencers that anybody may see, in one round trip. However many there are, the index of the
 * order is read from where the page before ended until the page is full.
 */
export async function searchInfluencers(
  db: Database,
  search: InfluencerSearch,
  after: After | null,
): Promise<Page<FoundInfluencer>> {
  const select = selectInfluencers(db, search, after)
  return pageOf(select ? await select : [])
}

/** The select of `searchInfluencers`; null when the words hold nothing that could be found. */
export function selectInfluencers(db: Database, search: InfluencerSearch, after: After | null) {
  const match = influencerMatch(search)
  if (match === null) return null

  const { part, place } = after ?? FIRST
  const values = {
    ...match,
    place: part === 1 ? FIRST.place : place,
    placeMentioned: part === 1 ? place : FIRST.place,
    followersFrom: search.followersFrom ?? 0,
    followersTo: search.followersTo ?? Number.MAX_SAFE_INTEGER,
    reachFrom: search.reachFrom ?? 0,
    engagementFrom: search.engagementFrom ?? 0,
    priceTo: search.priceTo,
    ratingFrom: search.ratingFrom,
    limit: PAGE_SIZE + 1,
  }
  const byRelevance = search.sort === 'relevance' && match.named !== null
  const isWhole = match.lastWord !== null
  const shape: Shape = byRelevance
    ? { order: 'relevance', from: part === 1 ? 'mentioned' : 'named', isWhole }
    : { order: search.sort === 'relevance' ? 'reach' : search.sort, narrowed: match.all !== null, isWhole }
  return selectPage(db, values, shape)
}

interface Values extends Match {
  place: Place
  placeMentioned: Place
  followersFrom: number
  followersTo: number
  reachFrom: number
  engagementFrom: number
  priceTo: number | null
  ratingFrom: number | null
  limit: number
}

type Shape = { readonly isWhole: boolean } & (
  | { readonly order: 'relevance'; readonly from: 'named' | 'mentioned' }
  | { readonly order: Exclude<InfluencerSort, 'relevance'>; readonly narrowed: boolean }
)

const selectPage = prepared((orm: Orm, values: Slots<Values>, shape: Shape) => {
  const reading = readingOf(values)
  const matchIn = (index: SQL, way: Way) => matchOf(index, way, { match: values, ...shape })
  if (shape.order !== 'relevance') {
    const index = indexes[shape.order]
    const match = shape.narrowed ? matchIn(index, 'all') : null
    const way = { index, match, behind: values.place, part: 0 }
    return orm.select(columns).from(walk(way, reading)).limit(values.limit)
  }

  const index = indexes.reach
  const named = { index, match: matchIn(index, 'named'), behind: values.place, part: 0 }
  const mentioned = { index, match: matchIn(index, 'mentioned'), behind: values.placeMentioned, part: 1 }
  const both = shape.from === 'named' ? walks(named, mentioned, reading) : walk(mentioned, reading)
  return orm.select(columns).from(both).limit(values.limit)
})

const indexes = {
  reach: sql.raw('influencers_by_reach'),
  followers: sql.raw('influencers_by_followers'),
  engagement: sql.raw('influencers_by_engagement'),
  rating: sql.raw('influencers_by_rating'),
  price: sql.raw('influencers_by_price'),
  newest: sql.raw('influencers_by_newest'),
}

// Steps of a number are coarse, so that the number itself is looked at too.
function readingOf(values: Slots<Values>): Reading {
  return {
    columns: sql`${users.id}, display_name, category, niche, country, reach, followers, engagement_rate,
      lowest_price, rating, rating_count`,
    joins: (index) => sql`cross join ${influencers} on ${influencers.userId} = ${idAt(index)}
      cross join ${users} on ${users.id} = ${influencers.userId}`,
    where: sql`followers between ${values.followersFrom} and ${values.followersTo}
      and reach >= ${values.reachFrom} and engagement_rate >= ${values.engagementFrom}
      and (${values.priceTo} is null or lowest_price <= ${values.priceTo})
      and (${values.ratingFrom} is null or rating >= ${values.ratingFrom})`,
    limit: values.limit,
  }
}

const columns = {
  id: read(users.id),
  name: read(users.displayName),
  category: read(influencers.category),
  niche: read(influencers.niche),
  country: read(influencers.country),
  reach: read(influencers.reach),
  followers: read(influencers.followers),
  engagementRate: read(influencers.engagementRate),
  lowestPrice: read(influencers.lowestPrice),
  rating: read(influencers.rating),
  ratingCount: read(influencers.ratingCount),
  ...standing,
}
