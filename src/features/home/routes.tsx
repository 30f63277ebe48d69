import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { signedIn, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { query } from '../../platform/http/validate.ts'
import { routes } from '../../routes.ts'
import { periodOf } from '../statistics/period.ts'
import { periodQuery } from '../statistics/period-query.ts'
import { InfluencerHomePage } from './influencer-home-page.tsx'
import { readInfluencerHome, readSponsorHome } from './queries.ts'
import { SponsorHomePage } from './sponsor-home-page.tsx'
import { InfluencerStatistics, SponsorStatistics } from './statistics.tsx'

export const homeRoutes = new Hono<AppEnv>()
homeRoutes.use(routes.home.pattern, signedIn)

homeRoutes.get(routes.home.pattern, query(periodQuery), async (c) => {
  const { db, now } = c.var
  const viewer = viewerOf(c)
  const period = periodOf(c.req.valid('query').period, now)
  switch (viewer.role) {
    case 'sponsor': {
      const home = await readSponsorHome(db, viewer, period, now)
      return renderPage(c, {
        title: 'Home',
        page: <SponsorHomePage viewer={viewer} home={home} />,
        fragment: <SponsorStatistics values={home.values} />,
      })
    }
    case 'influencer': {
      const home = await readInfluencerHome(db, viewer, period, now)
      return renderPage(c, {
        title: 'Home',
        page: <InfluencerHomePage viewer={viewer} home={home} />,
        fragment: <InfluencerStatistics values={home.values} />,
      })
    }
    case 'admin':
      return c.redirect(routes.admin.overview.href(), 303)
  }
})
