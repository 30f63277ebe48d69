import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { view } from '../http/view.ts'
import { routes } from '../routes.ts'
import { LandingPage } from './landing-page.tsx'

export const landing = new Hono<AppEnv>()

landing.get(routes.landing.pattern, (c) => {
  if (c.var.viewer) return c.redirect(routes.home.href(), 303)
  return view(c, { title: 'Parley', page: <LandingPage /> })
})
