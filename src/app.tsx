import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { account } from './features/accounts/settings/routes.tsx'
import { signIn } from './features/accounts/sign-in/routes.tsx'
import { adRequestRoutes } from './features/ad-requests/routes.tsx'
import { overview } from './features/admin/overview/routes.tsx'
import { sponsorModeration } from './features/admin/sponsors/routes.tsx'
import { userModeration } from './features/admin/users/routes.tsx'
import { campaignRoutes } from './features/campaigns/routes.tsx'
import { campaignSearch, campaignsAsked } from './features/discovery/campaigns/routes.tsx'
import { comparison } from './features/discovery/comparison/routes.tsx'
import { influencerSearch, influencersAsked } from './features/discovery/influencers/routes.tsx'
import { savedSearches } from './features/discovery/saved-searches/routes.tsx'
import { shortlist } from './features/discovery/shortlists/shortlist-routes.tsx'
import { shortlists } from './features/discovery/shortlists/shortlists-routes.tsx'
import { home } from './features/home/routes.tsx'
import { channels } from './features/influencers/channels/routes.tsx'
import { influencers } from './features/influencers/profile/routes.tsx'
import { rates } from './features/influencers/rates/routes.tsx'
import { profile } from './features/influencers/settings/routes.tsx'
import { landing } from './features/marketing/routes.tsx'
import { sitemap } from './features/marketing/sitemap/routes.ts'
import { deliverAfterResponse } from './features/notifications/deliver-after-response.ts'
import { notificationRoutes } from './features/notifications/routes.tsx'
import { signUp } from './features/sign-up/routes.tsx'
import { openBeforeApproval } from './features/sponsors/waiting/open-before-approval.ts'
import { waiting } from './features/sponsors/waiting/routes.tsx'
import { loadViewer } from './features/viewer/load-viewer.ts'
import type { AppEnv } from './platform/http/context.ts'
import { approved, roles, signedIn } from './platform/http/guards.ts'
import { logError } from './platform/http/log.ts'
import { limitBody } from './platform/http/middleware/body-limit.ts'
import { openStores, requestId } from './platform/http/middleware/request-context.ts'
import { drainBody, noStore, originCheck, securityHeaders } from './platform/http/middleware/security.ts'
import { serverTiming } from './platform/http/middleware/server-timing.ts'
import { routes } from './routes.ts'
import { canRender, plainError, showError } from './ui/feedback/show-error.tsx'
import { renderer } from './ui/layout/renderer.tsx'

export const app = new Hono<AppEnv>()

app.use(requestId, openStores, renderer)
app.use(drainBody, securityHeaders, noStore, serverTiming, originCheck, limitBody)

app.get(routes.health.pattern, (c) => c.text('ok'))
app.route('/', sitemap)
app.use(deliverAfterResponse)
// What is found is the same for everybody, so it can come together with the viewer. Sponsors, who have a list of their
// own at the address of the campaigns, read it for nothing when they look for words there.
app.get(routes.influencers.index.pattern, influencersAsked.begin)
app.get(routes.campaigns.index.pattern, campaignsAsked.begin)
app.use(loadViewer)

// Who may come near what. What exactly one may see or do there, each query and policy says.
app.use(approved(openBeforeApproval))
app.use('/settings/*', signedIn)
app.use(routes.settings.profile.pattern, roles('sponsor', 'influencer'))
app.use('/settings/channels/*', roles('influencer'))
app.use('/settings/rates/*', roles('influencer'))
app.use('/waiting/*', roles('sponsor'))
app.use('/shortlists/*', roles('sponsor'))
app.use(routes.comparison.pattern, roles('sponsor', 'admin'))
app.use('/searches/*', roles('sponsor', 'influencer'))
app.use('/admin/*', roles('admin'))

app.route('/', landing)
app.route('/', signIn)
app.route('/', signUp)
app.route('/', waiting)
app.route('/', profile)
app.route('/', account)
app.route('/', channels)
app.route('/', rates)
app.route('/', campaignRoutes)
app.route('/', home)
app.route('/', adRequestRoutes)
app.route('/', notificationRoutes)
app.route('/', campaignSearch)
app.route('/', influencerSearch)
app.route('/', shortlists)
app.route('/', shortlist)
app.route('/', comparison)
app.route('/', savedSearches)
app.route('/', influencers)
app.route('/', overview)
app.route('/', sponsorModeration)
app.route('/', userModeration)

app.notFound((c) => showError(c, 404))
app.onError((error, c) => {
  if (error instanceof HTTPException) return showError(c, error.status, error.message)
  logError(c, error)
  return canRender(c) ? showError(c, 500) : c.text(plainError(c), 500)
})
