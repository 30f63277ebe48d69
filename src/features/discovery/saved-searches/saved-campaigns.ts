import { sql } from 'drizzle-orm'
import { lazy } from '../../../shared/lazy.ts'
import { MAX_CENTS } from '../../../shared/money.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { activeCampaignFilters } from '../campaigns/active-filters.ts'
import type { CampaignSearch } from '../campaigns/filters.ts'
import { campaignSearchHref, parseCampaignQuery } from '../campaigns/forms.ts'
import { campaignMatch } from '../index/campaign-match.ts'
import { idAt } from '../index/cursor.ts'
import { anyOf } from '../index/match.ts'
import { amountTokens } from '../index/spans.ts'
import type { Kind } from './saved-kind.ts'

const index = sql.raw('campaigns_by_newest')

// What everything has: an index refuses to be asked for nothing at all.
const everything = lazy(() => anyOf(amountTokens('budget', 0, MAX_CENTS)))

/** Saved searches for campaigns: new is what was published since. */
export const savedCampaigns: Kind = {
  read(query, currency) {
    const { search } = parseCampaignQuery(Object.fromEntries(new URLSearchParams(query)))
    const match = campaignMatch(search)
    return {
      href: campaignSearchHref(search),
      newestHref: campaignSearchHref({ ...search, sort: 'newest' }),
      filters: activeCampaignFilters(search, currency).map(({ label }) => label),
      match: match && { ...match, all: match.all ?? everything() },
      criteria: criteriaOf(search),
    }
  },
  index,
  newSince: ({ match, criterion, before, since, now }) => sql`select 1 from ${index}
    cross join ${campaigns} on ${campaigns.id} = ${idAt(index)}
    where ${index} match ${match} and ${index}.rowid < ${before} and published_at > ${since} and ends_at > ${now}
      and budget between ${criterion('budgetFrom')} and ${criterion('budgetTo')}`,
}

function criteriaOf(search: CampaignSearch) {
  return {
    budgetFrom: search.budgetFrom ?? 0,
    budgetTo: search.budgetTo ?? MAX_CENTS,
  }
}
