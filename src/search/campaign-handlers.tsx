import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../http/context.ts'
import { sharedPage } from '../http/shared-page.ts'
import { view } from '../http/view.ts'
import { routes } from '../routes.ts'
import { activeCampaignFilters } from './campaign-active.ts'
import { parseCampaignQuery } from './campaign-query.ts'
import { CampaignResults, CampaignSearchPage } from './campaign-results.tsx'
import { selectCampaigns } from './campaign-store.ts'
import { findLoosenings } from './loosening.ts'
import { canSaveSearches } from './policy.ts'
import { findCampaigns } from './shared-pages.ts'

export const campaignSearch = new Hono<AppEnv>()

// For everybody but sponsors, whose own list stands at the same address: see `src/campaigns`.
campaignSearch.get(routes.campaigns.index.pattern, (c) =>
  sharedPage(c, ['campaigns'], () => showCampaigns(c)),
)

async function showCampaigns(c: AppContext) {
  const { db, env, now, viewer } = c.var
  const { search, after, form } = parseCampaignQuery(c.req.query())
  const isFirst = after === null
  const filters = activeCampaignFilters(search, env.CURRENCY)

  const found = await findCampaigns(c.var, search, after)
  const isNone = isFirst && found.rows.length === 0
  const loosenings = isNone
    ? await findLoosenings(db, filters, (wider) => selectCampaigns(db, wider, null, now))
    : []

  const props = { found, search, filters, loosenings, form, isFirst, maySave: canSaveSearches(viewer) }
  return view(c, {
    title: 'Campaigns',
    page: <CampaignSearchPage {...props} />,
    region: <CampaignResults {...props} />,
    about: isFirst && filters.length === 0 ? about : undefined,
  })
}

const about = {
  description:
    'Campaigns that sponsors have open for influencers: what they want made, for which platforms, their budgets and dates.',
  path: routes.campaigns.index.href(),
}
