import { sql } from 'drizzle-orm'
import { idAt } from '../../../platform/search/cursor.ts'
import { matchFor } from '../../../platform/search/match.ts'
import { boundsOf } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { influencerIndex } from '../index/definition.ts'
import { activeFilters } from '../influencers/active-filters.ts'
import { parseInfluencerQuery, searchHref } from '../influencers/forms.ts'
import type { Kind } from './saved-kind.ts'

/** Saved searches for influencers. An influencer is new if they joined after the last visit. */
export const savedInfluencers: Kind = {
  index: influencerIndex,
  read(query, currency) {
    const { search } = parseInfluencerQuery(Object.fromEntries(new URLSearchParams(query)))
    return {
      href: searchHref(search),
      newestHref: searchHref({ ...search, sort: 'newest' }),
      filters: activeFilters(search, currency).map(({ label }) => label),
      match: matchFor(influencerIndex, search),
      bounds: boundsOf(influencerIndex, search),
    }
  },
  joins: (table) => sql`cross join ${influencers} on ${influencers.userId} = ${idAt(table)}
    cross join ${users} on ${users.id} = ${influencers.userId}`,
  isNew: (since) => sql`${users.createdAt} > ${since}`,
}
