import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { bulkActionList } from './action-list.tsx'

export const listRoutes = new Hono<AppEnv>()

listRoutes.get(routes.admin.bulkActions.index.pattern, query(listState(bulkActionList.search)), (c) =>
  showList(c, bulkActionList, c.req.valid('query')),
)
