import { parameterPattern, routes } from '../../../routes.ts'

/** What search engines are asked to leave alone: what one must sign in for. */
const closed = [
  routes.home,
  routes.notifications.index,
  routes.settings.profile,
  routes.settings.account,
  routes.settings.password,
  routes.settings.channels.index,
  routes.settings.rates.index,
  routes.signOut,
  routes.waiting.show,
  routes.adRequests.index,
  routes.shortlists.index,
  routes.comparison,
  routes.searches.index,
  routes.campaigns.new,
  routes.campaigns.edit,
  routes.campaigns.applications,
  routes.admin.overview,
]

/** The whole of robots.txt; `sitemap` is a whole address. */
export function robotsText(sitemap: string): string {
  const refused = closed.map(({ pattern }) => `Disallow: ${pattern.replace(parameterPattern, '*')}`)
  return ['User-agent: *', ...refused, '', `Sitemap: ${sitemap}`, ''].join('\n')
}
