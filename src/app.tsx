import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { abuseReportRoutes } from './features/abuse-reports/routes.tsx'
import { adminsNeedTwoFactor, recordDeniedAdminPage } from './features/accounts/admin-access.ts'
import { accountRoutes } from './features/accounts/routes.tsx'
import { isOwnSecurity } from './features/accounts/settings/security/policy.ts'
import { adRequestRoutes } from './features/ad-requests/routes.tsx'
import { adminRoutes } from './features/admin/routes.tsx'
import { bulkActionRoutes } from './features/bulk-actions/routes.tsx'
import { calendarFeed } from './features/calendar/feed/routes.ts'
import { calendarSettings } from './features/calendar/settings/routes.tsx'
import { campaignRoutes } from './features/campaigns/routes.tsx'
import { campaignQuery } from './features/discovery/campaigns/routes.tsx'
import { influencerQuery } from './features/discovery/influencers/routes.tsx'
import { discoveryRoutes } from './features/discovery/routes.tsx'
import { emailAddressRoutes } from './features/email-addresses/routes.tsx'
import { isEmailLink } from './features/email-links/policy.ts'
import { isPreparedFile } from './features/exports/policy.ts'
import { exportRoutes } from './features/exports/routes.tsx'
import { flagRoutes, isOwnFlag } from './features/flags/routes.tsx'
import { homeRoutes } from './features/home/routes.tsx'
import { influencerRoutes } from './features/influencers/routes.tsx'
import { jobRoutes } from './features/jobs/routes.ts'
import { sendersFor } from './features/jobs/senders.ts'
import { staticPageLinks } from './features/marketing/pages/static-pages.tsx'
import { marketingRoutes } from './features/marketing/routes.tsx'
import { sitemapRoutes } from './features/marketing/sitemap/routes.ts'
import { markReadWhenOpened, showGone } from './features/notifications/bell/opened-page.tsx'
import { resendWebhook } from './features/notifications/bounces/routes.ts'
import { deliverAfterResponse } from './features/notifications/deliver-after-response.ts'
import { notificationRoutes } from './features/notifications/routes.tsx'
import { unsubscribeRoutes } from './features/notifications/unsubscribe/routes.tsx'
import { passwordResetRoutes } from './features/password-reset/routes.tsx'
import { isOpenWhileDeleting } from './features/personal-data/policy.ts'
import { personalDataRoutes } from './features/personal-data/routes.tsx'
import { reasonTemplateRoutes } from './features/reason-templates/routes.tsx'
import { reportRoutes } from './features/reports/routes.tsx'
import { guardForms, receiveForm } from './features/sent-forms/guard-forms.tsx'
import type { Dispatch } from './features/sent-forms/show-again.tsx'
import { unsentFormRoutes } from './features/sent-forms/unsent/routes.tsx'
import { signUpRoutes } from './features/sign-up/routes.tsx'
import { sponsorRoutes } from './features/sponsors/routes.tsx'
import { openBeforeApproval } from './features/sponsors/waiting/open-before-approval.ts'
import { findViewer, loadViewer } from './features/viewer/load-viewer.ts'
import { ChangeRefused } from './platform/db/database.ts'
import { DatabaseUnavailable } from './platform/db/wait-limit.ts'
import type { AppContext, AppEnv } from './platform/http/context.ts'
import { TooBusy } from './platform/http/errors.ts'
import { approved, notDeleting } from './platform/http/guards.ts'
import { logError } from './platform/http/log.ts'
import { actionPages } from './platform/http/middleware/action-page.ts'
import { limitBody } from './platform/http/middleware/body-limit.ts'
import { openStores, requestId } from './platform/http/middleware/request-context.ts'
import { drainBody, noStore, originCheck, securityHeaders } from './platform/http/middleware/security.ts'
import { serverTiming } from './platform/http/middleware/server-timing.ts'
import { withoutTrailingSlash } from './platform/http/middleware/trailing-slash.ts'
import { listViewRoutes } from './platform/list/view-routes.ts'
import { routes } from './routes.ts'
import { showDatabaseUnavailable } from './ui/feedback/database-unavailable.tsx'
import { canRender, plainError, showError } from './ui/feedback/show-error.tsx'
import { showTooBusy } from './ui/feedback/too-busy.tsx'
import { renderer } from './ui/layout/renderer.tsx'

/** POSTs that other sites and mail programs may send. Each carries its own proof. */
const withoutOrigin = [routes.webhooks.resend, routes.unsubscribe.show]

/** Pages behind a link in an e-mail. Only their header shows who is signed in. */
const unsubscribing = Object.values(routes.unsubscribe).map(({ pattern }) => pattern)

/** POSTs that no form of ours sends. */
const machines = [routes.jobs.run, routes.webhooks.resend]

export const app = new Hono<AppEnv>()

/** Runs a form through the app again, to show it as it was typed. */
const dispatch: Dispatch = (c, request) => app.fetch(request, c.env, c.executionCtx)

// Before the stores: they throw if the environment is wrong, and even that response needs its headers.
app.use(requestId, drainBody, securityHeaders, noStore, withoutTrailingSlash)
app.use(openStores, renderer(staticPageLinks), serverTiming, limitBody)
// QStash signs what it sends, so it needs no origin.
app.route('/', jobRoutes)
app.use(originCheck(withoutOrigin))

app.get(routes.health.pattern, (c) => c.text('ok'))
app.route('/', sitemapRoutes)
app.route('/', calendarFeed)
app.use(deliverAfterResponse(sendersFor))
// Their links and signatures say who they are for, so they need no viewer.
app.route('/', resendWebhook)
app.on(['GET', 'POST'], unsubscribing, async (c, next) => {
  await findViewer(c)
  await next()
})
app.route('/', unsubscribeRoutes)
// Before the viewer, so that the search and the viewer are read in one round trip.
app.get(routes.influencers.index.pattern, influencerQuery.prefetch)
app.get(routes.campaigns.index.pattern, campaignQuery.prefetch)
app.use(receiveForm)
app.use(loadViewer, markReadWhenOpened)
app.use(guardForms(dispatch))
app.route('/', unsentFormRoutes(dispatch))

app.use('/admin/*', recordDeniedAdminPage, adminsNeedTwoFactor)

// Each feature has its own guards. These are for all of them.
app.use(
  approved(
    (path) =>
      openBeforeApproval.includes(path) ||
      isOwnSecurity(path) ||
      isPreparedFile(path) ||
      isOwnFlag(path) ||
      isEmailLink(path),
  ),
)
app.use(notDeleting((path) => isOpenWhileDeleting(path) || isEmailLink(path)))

app.route('/', marketingRoutes)
app.route('/', accountRoutes)
app.route('/', emailAddressRoutes)
app.route('/', passwordResetRoutes)
app.route('/', signUpRoutes)
app.route('/', sponsorRoutes)
app.route('/', influencerRoutes)
app.route('/', campaignRoutes)
app.route('/', homeRoutes)
app.route('/', adRequestRoutes)
app.route('/', flagRoutes)
app.route('/', reportRoutes)
app.route('/', calendarSettings)
app.route('/', notificationRoutes)
app.route('/', discoveryRoutes)
app.route('/', exportRoutes)
app.route('/', abuseReportRoutes)
app.route('/', personalDataRoutes)
app.route('/', listViewRoutes)
app.route('/', adminRoutes)
app.route('/', bulkActionRoutes)
app.route('/', reasonTemplateRoutes)

const actionPage = actionPages(app.routes, machines)

app.notFound((c) => {
  const page = c.req.method === 'GET' ? actionPage(c.req.path) : null
  return page === null ? showNotFound(c) : c.redirect(page + new URL(c.req.url).search, 303)
})
app.onError(async (error, c) => {
  // Whoever waits for these answers instead.
  if (error instanceof ChangeRefused) return c.text(error.message, 409)
  if (error instanceof HTTPException) {
    // Refused before the viewer was loaded. If that fails now, the page is a visitor's.
    await findViewer(c).catch(() => undefined)
    return error.status === 404 ? showNotFound(c, error.message) : showError(c, error.status, error.message)
  }
  if (error instanceof TooBusy) return showTooBusy(c, error)
  logError(c, error)
  if (error instanceof DatabaseUnavailable) return showDatabaseUnavailable(c, error)
  return canRender(c) ? showError(c, 500) : c.text(plainError(c), 500)
})

async function showNotFound(c: AppContext, message?: string): Promise<Response> {
  return (await showGone(c)) ?? showError(c, 404, message)
}
