import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { quarterOf } from '../../shared/time.ts'
import { AboutPage } from './about-page.tsx'
import { LandingPage } from './landing/landing-page.tsx'
import { readFront } from './queries.ts'

export const landing = new Hono<AppEnv>()

landing.get(routes.landing.pattern, async (c) => {
  const { viewer, cache, db, now } = c.var
  if (viewer) return c.redirect(routes.home.href(), 303)

  const uses = ['influencers', 'campaigns', 'statistics'] as const
  const { value: front } = await cache.getOrSet(uses, { page: 'front', quarter: quarterOf(now) }, () =>
    readFront(db, now),
  )
  return renderPage(c, {
    title: 'Parley',
    page: <LandingPage front={front} />,
    meta: {
      description:
        'Parley brings sponsors and influencers to an agreement: find each other, negotiate in the open, agree on fixed terms, and see it through.',
      path: routes.landing.href(),
    },
  })
})

landing.get(routes.about.pattern, (c) =>
  renderPage(c, {
    title: 'How Parley works',
    page: <AboutPage />,
    meta: {
      description:
        'What sponsors and influencers do on Parley, the rules of a negotiation, where reach and engagement come from, and what everybody can see.',
      path: routes.about.href(),
    },
  }),
)
