import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { permitted, roles } from '../../platform/http/guards.ts'
import { query } from '../../platform/http/validate.ts'
import { listState } from '../../platform/list/state.ts'
import { routes } from '../../routes.ts'
import { showList } from '../../ui/list/show-list.tsx'
import { canReport } from '../../ui/page/report-link.tsx'
import { caseList } from './case-list/case-list.tsx'
import { caseRoutes } from './cases/routes.tsx'
import { newReportRoutes } from './new/routes.tsx'
import { ownReportRoutes } from './own/routes.tsx'

export const abuseReportRoutes = new Hono<AppEnv>()

abuseReportRoutes.use(`${routes.abuseReports.index.pattern}/*`, permitted(canReport))
abuseReportRoutes.use(`${routes.admin.abuseReports.index.pattern}/*`, roles('admin'))

abuseReportRoutes.route('/', newReportRoutes)
abuseReportRoutes.route('/', ownReportRoutes)
abuseReportRoutes.route('/', caseRoutes)

abuseReportRoutes.get(routes.admin.abuseReports.index.pattern, query(listState(caseList.search)), (c) =>
  showList(c, caseList, c.req.valid('query')),
)
