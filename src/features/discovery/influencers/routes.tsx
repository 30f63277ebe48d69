import { Hono } from 'hono'
import { beforeViewer } from '../../../platform/http/before-viewer.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { sharedPage } from '../../../platform/http/shared-page.ts'
import { routes } from '../../../routes.ts'
import { canInvite } from '../../influencers/policy.ts'
import { askForInfluencers } from '../asked.ts'
import { findRelaxedFilters } from '../relaxed-filters.ts'
import { activeFilters } from './active-filters.ts'
import { selectInfluencers } from './queries.ts'
import { InfluencerResults } from './results.tsx'
import { InfluencerSearchPage } from './search-page.tsx'

export const influencersAsked = beforeViewer((c) => askForInfluencers(c.var, c.req.query()))

export const influencerSearch = new Hono<AppEnv>()

influencerSearch.get(routes.influencers.index.pattern, (c) =>
  sharedPage(c, ['influencers'], () => showInfluencers(c)),
)

async function showInfluencers(c: AppContext) {
  const { db, env, viewer } = c.var
  const asked = influencersAsked.of(c)
  const { search, after, form } = asked.query()
  const isFirst = after === null
  const filters = activeFilters(search, env.CURRENCY)

  const found = await asked.find(c.var)
  const isNobody = isFirst && found.rows.length === 0
  const suggestions = isNobody
    ? await findRelaxedFilters(db, filters, (wider) => selectInfluencers(db, wider, null))
    : []

  const props = { found, search, filters, suggestions, form, isFirst, mayInvite: canInvite(viewer) }
  return renderPage(c, {
    title: 'Influencers',
    page: <InfluencerSearchPage {...props} />,
    fragment: <InfluencerResults {...props} />,
    meta: isFirst && filters.length === 0 ? about : undefined,
  })
}

const about = {
  description:
    'Influencers of every category and country: their reach, engagement, rates and ratings, to compare and invite.',
  path: routes.influencers.index.href(),
}
