import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { OverviewPage } from './overview-page.tsx'
import { readOverview } from './queries.ts'

export const overviewRoutes = new Hono<AppEnv>()

overviewRoutes.get(routes.admin.overview.pattern, async (c) =>
  renderPage(c, { title: 'Overview', page: <OverviewPage {...(await readOverview(c.var.db))} /> }),
)
