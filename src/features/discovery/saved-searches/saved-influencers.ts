import { sql } from 'drizzle-orm'
import { lazy } from '../../../shared/lazy.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { idAt } from '../index/cursor.ts'
import { figureTokens } from '../index/figure-tokens.ts'
import { influencerMatch } from '../index/influencer-match.ts'
import { anyOf } from '../index/match.ts'
import { activeFilters } from '../influencers/active-filters.ts'
import type { InfluencerSearch } from '../influencers/filters.ts'
import { parseInfluencerQuery, searchHref } from '../influencers/forms.ts'
import type { Kind } from './saved-kind.ts'

const index = sql.raw('influencers_by_newest')

// What everything has: an index refuses to be asked for nothing at all.
const everything = lazy(() => anyOf(figureTokens('followers', 0, null)))

/** Saved searches for influencers: new is who has joined since. */
export const savedInfluencers: Kind = {
  read(query, currency) {
    const { search } = parseInfluencerQuery(Object.fromEntries(new URLSearchParams(query)))
    const match = influencerMatch(search)
    return {
      href: searchHref(search),
      newestHref: searchHref({ ...search, sort: 'newest' }),
      filters: activeFilters(search, currency).map(({ label }) => label),
      match: match && { ...match, all: match.all ?? everything() },
      criteria: criteriaOf(search),
    }
  },
  index,
  newSince: ({ match, criterion, before, since }) => sql`select 1 from ${index}
    cross join ${influencers} on ${influencers.userId} = ${idAt(index)}
    cross join ${users} on ${users.id} = ${influencers.userId}
    where ${index} match ${match} and ${index}.rowid < ${before} and ${users.createdAt} > ${since}
      and followers between ${criterion('followersFrom')} and ${criterion('followersTo')}
      and reach >= ${criterion('reachFrom')} and engagement_rate >= ${criterion('engagementFrom')}
      and (${criterion('priceTo')} is null or lowest_price <= ${criterion('priceTo')})
      and (${criterion('ratingFrom')} is null or rating >= ${criterion('ratingFrom')})`,
}

function criteriaOf(search: InfluencerSearch) {
  return {
    followersFrom: search.followersFrom ?? 0,
    followersTo: search.followersTo ?? Number.MAX_SAFE_INTEGER,
    reachFrom: search.reachFrom ?? 0,
    engagementFrom: search.engagementFrom ?? 0,
    priceTo: search.priceTo,
    ratingFrom: search.ratingFrom,
  }
}
