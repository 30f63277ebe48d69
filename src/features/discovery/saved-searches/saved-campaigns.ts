import { sql } from 'drizzle-orm'
import { campaigns } from '../../campaigns/schema.ts'
import { activeCampaignFilters } from '../campaigns/active-filters.ts'
import { campaignSearchHref, parseCampaignQuery } from '../campaigns/forms.ts'
import { idAt } from '../index/cursor.ts'
import { campaignIndex } from '../index/definition.ts'
import { everything, matchFor } from '../index/match.ts'
import { boundsOf } from '../index/scan.ts'
import type { Kind } from './saved-kind.ts'

/** Saved searches for campaigns. A campaign is new if it was published after the last visit. */
export const savedCampaigns: Kind = {
  index: campaignIndex,
  read(query, currency) {
    const { search } = parseCampaignQuery(Object.fromEntries(new URLSearchParams(query)))
    const match = matchFor(campaignIndex, search)
    return {
      href: campaignSearchHref(search),
      newestHref: campaignSearchHref({ ...search, sort: 'newest' }),
      filters: activeCampaignFilters(search, currency).map(({ label }) => label),
      match: match && { ...match, all: match.all ?? everything(campaignIndex) },
      bounds: boundsOf(campaignIndex, search),
    }
  },
  joins: (table) => sql`cross join ${campaigns} on ${campaigns.id} = ${idAt(table)}`,
  isNew: (since, now) => sql`${campaigns.publishedAt} > ${since} and ${campaigns.endsAt} > ${now}`,
}
