import type { Child } from 'hono/jsx'
import type { Env } from '../../../env.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { type Route, routes } from '../../../routes.ts'
import { AboutPage } from './about-page.tsx'
import { HelpPage } from './help-page.tsx'

export interface StaticPage {
  readonly route: Route<string>
  readonly title: string
  /** For search engines. */
  readonly description: string
  readonly content: (env: Env, viewer: Viewer | null) => Child
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
    content: (_env, viewer) => <AboutPage isSignedIn={viewer !== null} />,
    footerLabel: 'About',
    isInSitemap: true,
  },
  {
    route: routes.help,
    title: 'Help',
    description: 'What to do if you cannot sign in or get no e-mails, and how to reach us.',
    content: ({ SUPPORT_ADDRESS: supportAddress }) => <HelpPage supportAddress={supportAddress} />,
    footerLabel: 'Help',
    isInSitemap: true,
  },
]

export const staticPageLinks = staticPages.flatMap(({ route, footerLabel }) =>
  footerLabel === null ? [] : [{ label: footerLabel, href: route.href() }],
)
