import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { signedIn, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { InfluencerHomePage } from './influencer-home-page.tsx'
import { readInfluencerHome, readSponsorHome } from './queries.ts'
import { SponsorHomePage } from './sponsor-home-page.tsx'

export const home = new Hono<AppEnv>()
home.use(routes.home.pattern, signedIn)

home.get(routes.home.pattern, async (c) => {
  const { db, now } = c.var
  const viewer = viewerOf(c)
  switch (viewer.role) {
    case 'sponsor': {
      const found = await readSponsorHome(db, viewer, now)
      return renderPage(c, { title: 'Home', page: <SponsorHomePage viewer={viewer} home={found} /> })
    }
    case 'influencer': {
      const found = await readInfluencerHome(db, viewer, now)
      return renderPage(c, { title: 'Home', page: <InfluencerHomePage viewer={viewer} home={found} /> })
    }
    case 'admin':
      return c.redirect(routes.admin.overview.href(), 303)
  }
})
