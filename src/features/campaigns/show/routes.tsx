import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { findOverview } from '../overview/queries.ts'
import { renderOverview } from '../overview/render-overview.tsx'
import { canSeeOverview } from '../policy.ts'
import { PublicCampaignPage } from './campaign-page.tsx'
import { campaignMeta } from './page-meta.ts'
import { findPublicCampaign, type PublicCampaign } from './queries.ts'

export const showRoutes = new Hono<AppEnv>()

const campaignParams = params({ campaignId: id<CampaignId>() })

showRoutes.get(routes.campaigns.show.pattern, campaignParams, async (c) => {
  const { campaignId } = c.req.valid('param')
  const { db, viewer, now } = c.var
  if (!viewer || viewer.role === 'influencer') {
    return renderPublic(c, await findPublicCampaign(db, viewer, campaignId, now))
  }
  const overview = await findOverview(db, viewer, campaignId, now)
  if (overview && canSeeOverview(viewer, overview.campaign)) return renderOverview(c, overview)
  return renderPublic(c, overview && { ...overview, applicant: null })
})

function renderPublic(c: AppContext, found: PublicCampaign | null) {
  if (!found) throw notFound()
  return renderPage(c, {
    title: found.campaign.name,
    page: <PublicCampaignPage found={found} viewer={c.var.viewer} />,
    meta: campaignMeta(found.campaign),
  })
}
