import { Hono } from 'hono'
import { cachedPage } from '../../../platform/http/cached-page.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { pageOf } from '../../../platform/search/scan.ts'
import { routes } from '../../../routes.ts'
import { canInvite } from '../../influencers/policy.ts'
import { findRelaxedFilters } from '../relaxed-filters.ts'
import { defineSearch } from '../search.ts'
import { activeFilters } from './active-filters.ts'
import { type InfluencerQuery, parseInfluencerQuery } from './forms.ts'
import { selectInfluencers } from './queries.ts'
import { InfluencerResults } from './results.tsx'
import { InfluencerSearchPage } from './search-page.tsx'

export const influencerQuery = defineSearch({
  parse: parseInfluencerQuery,
  select: (c, { search, after }) => selectInfluencers(c.get('db'), search, after),
})

export const influencerSearch = new Hono<AppEnv>()

influencerSearch.get(routes.influencers.index.pattern, (c) =>
  cachedPage(c, ['influencers'], () => showInfluencers(c)),
)

async function showInfluencers(c: AppContext) {
  const { db, env, viewer } = c.var
  const query = influencerQuery.query(c)
  const { search, after, form } = query
  const isFirst = after === null
  const filters = activeFilters(search, env.CURRENCY)

  const found = await findInfluencers(c, query)
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

async function findInfluencers(c: AppContext, { search, after }: InfluencerQuery) {
  const rows = influencerQuery.prefetched(c)
  if (rows) return pageOf(await rows)

  const { db, cache, viewer } = c.var
  const read = async () => pageOf((await selectInfluencers(db, search, after)) ?? [])
  if (!viewer) return read()
  return (await cache.getOrSet(['influencers'], { list: 'influencers', search, after }, read)).value
}

const about = {
  description:
    'Influencers of every category and country: their reach, engagement, rates and ratings, to compare and invite.',
  path: routes.influencers.index.href(),
}
