import type { Child } from 'hono/jsx'
import { type Route, routes } from '../../../routes.ts'
import { AboutPage } from './about-page.tsx'

export interface StaticPage {
  readonly route: Route<string>
  readonly title: string
  /** For search engines. */
  readonly description: string
  readonly content: () => Child
  /** The footer's link to it; null for no link. */
  readonly footerLabel: string | null
  readonly isInSitemap: boolean
}

/** To add a static page, add it here: its route handler, footer link and sitemap entry follow. */
export const staticPages: readonly StaticPage[] = [
  {
    route: routes.about,
    title: 'How Parley works',
    description:
      'What sponsors and influencers do on Parley, the rules of a negotiation, how reach and engagement are calculated, and what everyone can see.',
    content: () => <AboutPage />,
    footerLabel: 'About',
    isInSitemap: true,
  },
]

export const staticPageLinks = staticPages.flatMap(({ route, footerLabel }) =>
  footerLabel === null ? [] : [{ label: footerLabel, href: route.href() }],
)
