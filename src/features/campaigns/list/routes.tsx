import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { ownCampaignList } from './campaign-list.tsx'
import { ownCampaignSearch } from './search.ts'

export const listRoutes = new Hono<AppEnv>()

// Only approved sponsors get here. Everybody else gets the catalog at this URL: see discovery/campaigns/routes.tsx.
listRoutes.get(routes.campaigns.index.pattern, query(listState(ownCampaignSearch)), (c) =>
  showList(c, ownCampaignList, c.req.valid('query')),
)
