import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { periodOf } from '../../statistics/period.ts'
import { periodQuery } from '../../statistics/period-query.ts'
import { Activity, OverviewPage } from './overview-page.tsx'
import { readOverview } from './queries.ts'

export const overviewRoutes = new Hono<AppEnv>()

overviewRoutes.get(routes.admin.overview.pattern, query(periodQuery), async (c) => {
  const period = periodOf(c.req.valid('query').period, c.var.now)
  const overview = await readOverview(c.var.db, period, c.var.now)
  return renderPage(c, {
    title: 'Overview',
    page: <OverviewPage overview={overview} />,
    fragment: <Activity values={overview.values} />,
  })
})
