import type { Child } from 'hono/jsx'
import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { Layout } from './layout.tsx'
import type { Link, NavigationLink } from './link.ts'

type Props = {
  title: string
  viewer: Viewer | null
  path: string
  flash: string | null
  head?: Child
  children?: Child
}

/** What stands around every page: who sees it decides where the navigation leads. */
export const SiteLayout = ({ title, viewer, path, flash, head, children }: Props) => (
  <Layout
    title={title}
    viewer={viewer}
    navigation={navigationOf(viewer, path)}
    links={{
      home: viewer ? routes.home.href() : routes.landing.href(),
      notifications: routes.notifications.index.href(),
      signIn: routes.signIn.href(),
      signUp: routes.signUp.choose.href(),
      signOut: routes.signOut.href(),
      accountMenu: accountMenuOf(viewer),
    }}
    flash={flash ? { tone: 'success', text: flash } : null}
    currentPath={path}
    head={head}
    footer={footerOf(viewer)}
  >
    {children}
  </Layout>
)

function navigationOf(viewer: Viewer | null, path: string): NavigationLink[] {
  return linksOf(viewer).map((link) => ({
    ...link,
    current: path === link.href || path.startsWith(`${link.href}/`),
  }))
}

function linksOf(viewer: Viewer | null): (Link & { count?: number })[] {
  const home = { label: 'Home', href: routes.home.href() }
  const campaigns = { label: 'Campaigns', href: routes.campaigns.index.href() }
  const influencers = { label: 'Influencers', href: routes.influencers.index.href() }
  if (!viewer) return [campaigns, influencers]
  if (viewer.status !== 'active') return []

  const requests = { label: 'Requests', href: routes.adRequests.index.href(), count: viewer.awaitingReply }
  switch (viewer.role) {
    case 'sponsor':
      return [
        home,
        campaigns,
        influencers,
        { label: 'Shortlists', href: routes.shortlists.index.href() },
        requests,
      ]
    case 'influencer':
      return [home, campaigns, requests]
    case 'admin':
      return [
        home,
        { label: 'Sponsors', href: routes.admin.sponsors.href(), count: viewer.awaitingReply },
        { label: 'People', href: routes.admin.users.href() },
        campaigns,
        influencers,
        { label: 'Requests', href: routes.adRequests.index.href() },
      ]
  }
}

// Who waits for approval gets to none of these.
function footerOf(viewer: Viewer | null): Link[] {
  if (viewer && viewer.status !== 'active') return []
  return [
    { label: 'About', href: routes.about.href() },
    { label: 'Campaigns', href: routes.campaigns.index.href() },
    { label: 'Influencers', href: routes.influencers.index.href() },
  ]
}

function accountMenuOf(viewer: Viewer | null): Link[] {
  if (!viewer) return []
  const account = { label: 'Account', href: routes.settings.account.href() }
  const profile = { label: 'Profile', href: routes.settings.profile.href() }
  const searches = { label: 'Saved searches', href: routes.searches.index.href() }
  switch (viewer.role) {
    case 'admin':
      return [account]
    case 'sponsor':
      return viewer.status === 'active' ? [profile, searches, account] : [profile, account]
    case 'influencer':
      return [
        { label: 'Public page', href: routes.influencers.show.href({ influencerId: viewer.id }) },
        profile,
        { label: 'Channels', href: routes.settings.channels.index.href() },
        { label: 'Rate card', href: routes.settings.rates.index.href() },
        searches,
        account,
      ]
  }
}
