import { Hono } from 'hono'
import { beforeViewer } from '../../../platform/http/before-viewer.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { sharedPage } from '../../../platform/http/shared-page.ts'
import { routes } from '../../../routes.ts'
import { askForCampaigns } from '../asked.ts'
import { canSaveSearches } from '../policy.ts'
import { findRelaxedFilters } from '../relaxed-filters.ts'
import { activeCampaignFilters } from './active-filters.ts'
import { selectCampaigns } from './queries.ts'
import { CampaignResults, CampaignSearchPage } from './results.tsx'

export const campaignsAsked = beforeViewer((c) => askForCampaigns(c.var, c.req.query()))

export const campaignSearch = new Hono<AppEnv>()

// For everybody but sponsors, whose own list stands at the same address: see `src/campaigns`.
campaignSearch.get(routes.campaigns.index.pattern, (c) =>
  sharedPage(c, ['campaigns'], () => showCampaigns(c)),
)

async function showCampaigns(c: AppContext) {
  const { db, env, now, viewer } = c.var
  const asked = campaignsAsked.of(c)
  const { search, after, form } = asked.query()
  const isFirst = after === null
  const filters = activeCampaignFilters(search, env.CURRENCY)

  const found = await asked.find(c.var)
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

const about = {
  description:
    'Campaigns that sponsors have open for influencers: what they want made, for which platforms, their budgets and dates.',
  path: routes.campaigns.index.href(),
}
