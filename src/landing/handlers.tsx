import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { view } from '../http/view.ts'
import { routes } from '../routes.ts'
import { AboutPage } from './about-page.tsx'
import { LandingPage } from './landing-page.tsx'

export const landing = new Hono<AppEnv>()

landing.get(routes.landing.pattern, (c) => {
  if (c.var.viewer) return c.redirect(routes.home.href(), 303)
  return view(c, { title: 'Parley', page: <LandingPage /> })
})

landing.get(routes.about.pattern, (c) => view(c, { title: 'How Parley works', page: <AboutPage /> }))
