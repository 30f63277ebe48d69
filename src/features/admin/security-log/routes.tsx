import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { securityEventList } from './security-event-list.tsx'

export const securityLogRoutes = new Hono<AppEnv>()

securityLogRoutes.get(routes.admin.securityLog.pattern, query(listState(securityEventList.search)), (c) =>
  showList(c, securityEventList, c.req.valid('query')),
)
