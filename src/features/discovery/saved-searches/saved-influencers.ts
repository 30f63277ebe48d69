import { sql } from 'drizzle-orm'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { idAt } from '../index/cursor.ts'
import { influencerIndex } from '../index/definition.ts'
import { everything, matchFor } from '../index/match.ts'
import { boundsOf } from '../index/scan.ts'
import { activeFilters } from '../influencers/active-filters.ts'
import { parseInfluencerQuery, searchHref } from '../influencers/forms.ts'
import type { Kind } from './saved-kind.ts'

/** Saved searches for influencers. An influencer is new if they joined after the last visit. */
export const savedInfluencers: Kind = {
  index: influencerIndex,
  read(query, currency) {
    const { search } = parseInfluencerQuery(Object.fromEntries(new URLSearchParams(query)))
    const match = matchFor(influencerIndex, search)
    return {
      href: searchHref(search),
      newestHref: searchHref({ ...search, sort: 'newest' }),
      filters: activeFilters(search, currency).map(({ label }) => label),
      match: match && { ...match, all: match.all ?? everything(influencerIndex) },
      bounds: boundsOf(influencerIndex, search),
    }
  },
  joins: (table) => sql`cross join ${influencers} on ${influencers.userId} = ${idAt(table)}
    cross join ${users} on ${users.id} = ${influencers.userId}`,
  isNew: (since) => sql`${users.createdAt} > ${since}`,
}
