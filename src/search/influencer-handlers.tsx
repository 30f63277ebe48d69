import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { afterParam } from '../http/paging.ts'
import { view } from '../http/view.ts'
import { canInvite } from '../people/influencer-policy.ts'
import { routes } from '../routes.ts'
import { influencerFilters } from './influencer-filters.ts'
import { InfluencerResults } from './influencer-results.tsx'
import { InfluencerSearchPage } from './influencer-search-page.tsx'
import { keyLength, searchInfluencers } from './influencer-store.ts'

export const influencerSearch = new Hono<AppEnv>()

influencerSearch.get(routes.influencers.index.pattern, async (c) => {
  const { words, category = null, platform = null } = c.req.query()
  const filters = influencerFilters.parse({ words, category, platform })
  const after = afterParam(keyLength(filters)).parse(c.req.query('after') ?? null)

  const found = await searchInfluencers(c.var.db, filters, after)
  const props = { found, filters, isFirst: after === null, mayInvite: canInvite(c.var.viewer) }
  return view(c, {
    title: 'Influencers',
    page: <InfluencerSearchPage {...props} />,
    region: <InfluencerResults {...props} />,
  })
})
