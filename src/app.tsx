import { Hono } from 'hono'
import { showErrors } from './error-pages.ts'
import { adminsNeedTwoFactor, recordDeniedAdminPage } from './features/accounts/admin-access.ts'
import { calendarFeed } from './features/calendar/feed/routes.ts'
import { campaignQuery } from './features/discovery/campaigns/routes.tsx'
import { influencerQuery } from './features/discovery/influencers/routes.tsx'
import { jobRoutes } from './features/jobs/routes.ts'
import { sendersFor } from './features/jobs/senders.ts'
import { staticPageLinks } from './features/marketing/pages/static-pages.tsx'
import { sitemapRoutes } from './features/marketing/sitemap/routes.ts'
import { markReadWhenOpened } from './features/notifications/bell/opened-page.tsx'
import { resendWebhook } from './features/notifications/bounces/routes.ts'
import { deliverAfterResponse } from './features/notifications/deliver-after-response.ts'
import { unsubscribeRoutes } from './features/notifications/unsubscribe/routes.tsx'
import { guardForms, receiveForm } from './features/sent-forms/guard-forms.tsx'
import type { Dispatch } from './features/sent-forms/show-again.tsx'
import { unsentFormRoutes } from './features/sent-forms/unsent/routes.tsx'
import { findViewer, loadViewer } from './features/viewer/load-viewer.ts'
import { features } from './features.ts'
import { closedWhileDeleting, sponsorsNeedApproval } from './guards.ts'
import type { AppEnv } from './platform/http/context.ts'
import { limitBody } from './platform/http/middleware/body-limit.ts'
import { openStores, requestId } from './platform/http/middleware/request-context.ts'
import { drainBody, noStore, originCheck, securityHeaders } from './platform/http/middleware/security.ts'
import { serverTiming } from './platform/http/middleware/server-timing.ts'
import { withoutTrailingSlash } from './platform/http/middleware/trailing-slash.ts'
import { routes } from './routes.ts'
import { renderer } from './ui/layout/renderer.tsx'

/** POSTs that other sites and mail programs may send. Each carries its own proof. */
const withoutOrigin = [routes.webhooks.resend, routes.unsubscribe.show]

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
app.use('/unsubscribe/*', async (c, next) => {
  // Only for the header.
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
app.use(sponsorsNeedApproval, closedWhileDeleting)
for (const feature of features) app.route('/', feature)
showErrors(app)
