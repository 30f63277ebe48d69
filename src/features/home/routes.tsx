import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { signedIn, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { InfluencerHomePage } from './influencer-home-page.tsx'
import { readInfluencerHome, readSponsorHome } from './queries.ts'
import { SponsorHomePage } from './sponsor-home-page.tsx'

export const homeRoutes = new Hono<AppEnv>()
homeRoutes.use(routes.home.pattern, signedIn)

homeRoutes.get(routes.home.pattern, async (c) => {
  const { db, now } = c.var
  const viewer = viewerOf(c)
  switch (viewer.role) {
    case 'sponsor': {
      const home = await readSponsorHome(db, viewer, now)
      return renderPage(c, { title: 'Home', page: <SponsorHomePage viewer={viewer} home={home} /> })
    }
    case 'influencer': {
      const home = await readInfluencerHome(db, viewer, now)
      return renderPage(c, { title: 'Home', page: <InfluencerHomePage viewer={viewer} home={home} /> })
    }
    case 'admin':
      return c.redirect(routes.admin.overview.href(), 303)
  }
})
