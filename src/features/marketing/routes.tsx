import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { quarterOf } from '../../shared/time.ts'
import { LandingPage } from './landing/landing-page.tsx'
import { staticPages } from './pages/static-pages.tsx'
import { readLandingContent } from './queries.ts'

export const marketingRoutes = new Hono<AppEnv>()

marketingRoutes.get(routes.landing.pattern, async (c) => {
  const { viewer, cache, db, now } = c.var
  if (viewer) return c.redirect(routes.home.href(), 303)

  const uses = ['influencers', 'campaigns', 'statistics'] as const
  const { value: content } = await cache.getOrSet(uses, { page: 'front', quarter: quarterOf(now) }, () =>
    readLandingContent(db, now),
  )
  return renderPage(c, {
    title: 'Parley',
    page: <LandingPage content={content} />,
    meta: {
      description:
        'Parley is where sponsors and influencers find each other, negotiate openly, agree on terms, and see the work through.',
      path: routes.landing.href(),
    },
  })
})

for (const { route, title, description, content } of staticPages) {
  marketingRoutes.get(route.pattern, (c) =>
    renderPage(c, {
      title,
      page: content(c.var.env, c.var.viewer),
      meta: { description, path: route.href() },
    }),
  )
}
