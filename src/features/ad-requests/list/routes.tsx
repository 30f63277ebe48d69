import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { requestLists } from './request-list.tsx'
import { ownRequestSearch } from './search.ts'

export const listRoutes = new Hono<AppEnv>()

listRoutes.get(routes.adRequests.index.pattern, query(listState(ownRequestSearch)), async (c) => {
  const { role } = viewerOf(c)
  const state = c.req.valid('query')
  // Admins have a list of all requests.
  if (role === 'admin') {
    return c.redirect(routes.admin.adRequests.href({ campaign: state.search.campaignId }), 303)
  }
  return showList(c, requestLists[role], state)
})
