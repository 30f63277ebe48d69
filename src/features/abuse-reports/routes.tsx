import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { permitted, roles } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { canReport } from '../../ui/page/report-link.tsx'
import { caseListRoutes } from './case-list/routes.ts'
import { caseRoutes } from './cases/routes.tsx'
import { newReportRoutes } from './new/routes.tsx'
import { ownReportRoutes } from './own/routes.tsx'

export const abuseReportRoutes = new Hono<AppEnv>()

abuseReportRoutes.use(`${routes.abuseReports.index.pattern}/*`, permitted(canReport))
abuseReportRoutes.use(`${routes.admin.abuseReports.index.pattern}/*`, roles('admin'))

abuseReportRoutes.route('/', newReportRoutes)
abuseReportRoutes.route('/', ownReportRoutes)
abuseReportRoutes.route('/', caseRoutes)
abuseReportRoutes.route('/', caseListRoutes)
