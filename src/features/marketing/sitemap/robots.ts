import { parameterPattern, routes } from '../../../routes.ts'

/** Pages that need a sign-in. */
const privatePages = [
  routes.home,
  routes.notifications.index,
  routes.settings.profile,
  routes.settings.account,
  routes.settings.password,
  routes.settings.email.show,
  routes.settings.security.show,
  routes.signInCode,
  routes.unsentForm,
  ...Object.values(routes.emailLinks),
  routes.settings.notifications.index,
  routes.settings.calendar.show,
  routes.settings.data.show,
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
  routes.reports.index,
  routes.exports.index,
  routes.abuseReports.index,
  routes.flags.show,
  routes.admin.overview,
]

/** The content of robots.txt. `sitemap` is a full URL. */
export function robotsText(sitemap: string): string {
  const rules = privatePages.map(({ pattern }) => `Disallow: ${pattern.replace(parameterPattern, '*')}`)
  return ['User-agent: *', ...rules, '', `Sitemap: ${sitemap}`, ''].join('\n')
}
