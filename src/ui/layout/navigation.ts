import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import {
  isGroup,
  type Link,
  type NavigationEntry,
  type NavigationGroup,
  type NavigationLink,
} from './link.ts'

type CountedLink = Link & { count?: number }

/** The main navigation. `path` is the current page's. */
export function mainNavigation(viewer: Viewer | null, path: string): NavigationEntry[] {
  const at = (link: CountedLink): NavigationLink => ({
    ...link,
    current: path === link.href || path.startsWith(`${link.href}/`),
  })
  return entriesFor(viewer).map((entry) =>
    isGroup(entry) ? { ...entry, links: entry.links.map(at) } : at(entry),
  )
}

/** Those whose account is going to be deleted may open none of these. */
export function footerLinks(viewer: Viewer | null, staticPages: readonly Link[]): Link[] {
  if (viewer?.status === 'deleting') return []
  return [
    ...staticPages,
    { label: 'Campaigns', href: routes.campaigns.index.href() },
    { label: 'Influencers', href: routes.influencers.index.href() },
  ]
}

export function accountLinks(viewer: Viewer): Link[] {
  if (viewer.status === 'deleting') return [{ label: 'Your data', href: routes.settings.data.show.href() }]
  const account = { label: 'Account', href: routes.settings.account.href() }
  const profile = { label: 'Profile', href: routes.settings.profile.href() }
  const reports = { label: 'Reports', href: routes.reports.index.href() }
  const searches = { label: 'Saved searches', href: routes.searches.index.href() }
  const reported = { label: 'Problems you reported', href: routes.abuseReports.index.href() }
  switch (viewer.role) {
    case 'admin':
      return [reports, account]
    case 'sponsor':
      return viewer.status === 'active' ? [reports, profile, searches, reported, account] : [profile, account]
    case 'influencer':
      return [
        { label: 'Public page', href: routes.influencers.show.href({ influencerId: viewer.id }) },
        profile,
        { label: 'Channels', href: routes.settings.channels.index.href() },
        { label: 'Rate card', href: routes.settings.rates.index.href() },
        reports,
        searches,
        reported,
        account,
      ]
  }
}

function entriesFor(viewer: Viewer | null): (CountedLink | NavigationGroup<CountedLink>)[] {
  const home = { label: 'Home', href: routes.home.href() }
  const campaigns = { label: 'Campaigns', href: routes.campaigns.index.href() }
  const influencers = { label: 'Influencers', href: routes.influencers.index.href() }
  if (viewer?.status === 'deleting') return []
  // Sponsors who are not approved see what visitors see.
  if (viewer?.status !== 'active') return [campaigns, influencers]

  const requests = { label: 'Requests', href: routes.adRequests.index.href() }
  const count = viewer.awaitingReply
  switch (viewer.role) {
    case 'sponsor':
      return [
        home,
        campaigns,
        influencers,
        { label: 'Shortlists', href: routes.shortlists.index.href() },
        { ...requests, count },
      ]
    case 'influencer':
      return [home, campaigns, { ...requests, count }]
    case 'admin':
      return [
        home,
        { label: 'Sponsors', href: routes.admin.sponsors.href(), count },
        { label: 'People', href: routes.admin.users.href() },
        {
          label: 'User reports',
          href: routes.admin.abuseReports.index.href(),
          count: viewer.openAbuseCases,
        },
        { label: 'Flags', href: routes.admin.flags.index.href() },
        { label: 'Campaigns', href: routes.admin.campaigns.href() },
        influencers,
        { label: 'Requests', href: routes.admin.adRequests.href() },
        // What admins look at every day is above. The header has room for about nine entries.
        {
          label: 'System',
          links: [
            { label: 'Bulk actions', href: routes.admin.bulkActions.index.href() },
            { label: 'Reason templates', href: routes.admin.reasonTemplates.index.href() },
            { label: 'Jobs', href: routes.admin.jobs.href() },
            { label: 'Messages', href: routes.admin.mail.href() },
            { label: 'Audit log', href: routes.admin.audit.index.href() },
          ],
        },
      ]
  }
}
