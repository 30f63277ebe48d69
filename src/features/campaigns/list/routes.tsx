import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { ownCampaignList } from './campaign-list.tsx'
import { ownCampaignSearch } from './search.ts'

export const listRoutes = new Hono<AppEnv>()

// For everybody but approved sponsors, the same URL shows the catalog (discovery/campaigns).
listRoutes.get(routes.campaigns.index.pattern, query(listState(ownCampaignSearch)), async (c, next) => {
  const { viewer } = c.var
  if (viewer?.role !== 'sponsor' || viewer.status !== 'active') return next()
  return showList(c, ownCampaignList, c.req.valid('query'))
})
