import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { campaignsList } from './campaigns-list.tsx'

export const campaignRoutes = new Hono<AppEnv>()

campaignRoutes.get(routes.admin.campaigns.pattern, query(listState(campaignsList.search)), (c) =>
  showList(c, campaignsList, c.req.valid('query')),
)
