import { sql } from 'drizzle-orm'
import { idAt } from '../../../platform/search/cursor.ts'
import { matchFor } from '../../../platform/search/match.ts'
import { boundsOf } from '../../../platform/search/scan.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { activeCampaignFilters } from '../campaigns/active-filters.ts'
import { campaignSearchHref, parseCampaignQuery } from '../campaigns/forms.ts'
import { campaignIndex } from '../index/definition.ts'
import type { Kind } from './saved-kind.ts'

/** Saved searches for campaigns. A campaign is new if it was published after the last visit. */
export const savedCampaigns: Kind = {
  index: campaignIndex,
  read(query, currency) {
    const { search } = parseCampaignQuery(Object.fromEntries(new URLSearchParams(query)))
    return {
      href: campaignSearchHref(search),
      newestHref: campaignSearchHref({ ...search, sort: 'newest' }),
      filters: activeCampaignFilters(search, currency).map(({ label }) => label),
      match: matchFor(campaignIndex, search),
      bounds: boundsOf(campaignIndex, search),
    }
  },
  joins: (table) => sql`cross join ${campaigns} on ${campaigns.id} = ${idAt(table)}`,
  isNew: (since, now) => sql`${campaigns.publishedAt} > ${since} and ${campaigns.endsAt} > ${now}`,
}
