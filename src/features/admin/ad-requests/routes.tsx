import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { adRequestsList } from './ad-requests-list.tsx'

export const adRequestRoutes = new Hono<AppEnv>()

adRequestRoutes.get(routes.admin.adRequests.pattern, query(listState(adRequestsList.search)), (c) =>
  showList(c, adRequestsList, c.req.valid('query')),
)
