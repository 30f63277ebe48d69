import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { auditList } from './audit-list.tsx'
import { verificationRoutes } from './verification/routes.tsx'

export const auditRoutes = new Hono<AppEnv>()

auditRoutes.get(routes.admin.audit.index.pattern, query(listState(auditList.search)), (c) =>
  showList(c, auditList, c.req.valid('query')),
)

auditRoutes.route('/', verificationRoutes)
