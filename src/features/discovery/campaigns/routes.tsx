import { Hono } from 'hono'
import { cachedPage } from '../../../platform/http/cached-page.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { pageOf } from '../../../platform/search/scan.ts'
import { routes } from '../../../routes.ts'
import { hasOwnCampaigns } from '../../campaigns/policy.ts'
import { canSaveSearches } from '../policy.ts'
import { findRelaxedFilters } from '../relaxed-filters.ts'
import { defineSearch } from '../search.ts'
import { activeCampaignFilters } from './active-filters.ts'
import { type CampaignQuery, parseCampaignQuery } from './forms.ts'
import { selectCampaigns } from './queries.ts'
import { CampaignResults, CampaignSearchPage } from './results.tsx'

export const campaignQuery = defineSearch({
  parse: parseCampaignQuery,
  select: (c, { search, after }) => selectCampaigns(c.get('db'), search, after, c.get('now')),
})

export const campaignSearch = new Hono<AppEnv>()

campaignSearch.get(routes.campaigns.index.pattern, (c, next) =>
  hasOwnCampaigns(c.get('viewer')) ? next() : cachedPage(c, ['campaigns'], () => showCampaigns(c)),
)

async function showCampaigns(c: AppContext) {
  const { db, env, now, viewer } = c.var
  const query = campaignQuery.query(c)
  const { search, after, form } = query
  const isFirst = after === null
  const filters = activeCampaignFilters(search, env.CURRENCY)

  const found = await findCampaigns(c, query)
  const isNone = isFirst && found.rows.length === 0
  const suggestions = isNone
    ? await findRelaxedFilters(db, filters, (wider) => selectCampaigns(db, wider, null, now))
    : []

  const props = { found, search, filters, suggestions, form, isFirst, maySave: canSaveSearches(viewer) }
  return renderPage(c, {
    title: 'Campaigns',
    page: <CampaignSearchPage {...props} />,
    fragment: <CampaignResults {...props} />,
    meta: isFirst && filters.length === 0 ? about : undefined,
  })
}

async function findCampaigns(c: AppContext, { search, after }: CampaignQuery) {
  const rows = campaignQuery.prefetched(c)
  if (rows) return pageOf(await rows)

  const { db, cache, viewer, now } = c.var
  const read = async () => pageOf((await selectCampaigns(db, search, after, now)) ?? [])
  if (!viewer) return read()
  const { value } = await cache.getOrSet(['campaigns'], { list: 'campaigns', search, after }, read)
  // No write marks the end of a campaign, so the cache may still hold it.
  return { ...value, rows: value.rows.filter(({ endsAt }) => endsAt === null || endsAt > now) }
}

const about = {
  description:
    'Campaigns that sponsors have open for influencers: what they want made, for which platforms, their budgets and dates.',
  path: routes.campaigns.index.href(),
}
