import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import {
  type Campaign,
  checkDeletion,
  complete,
  explainDeletionRefusal,
  explainStateRefusal,
  pause,
  publish,
  resume,
  type StateChange,
  type StateRefusal,
} from '../campaign.ts'
import { deleteCampaign, saveStateChange } from '../commands.ts'
import { canManage } from '../policy.ts'
import { findOverview, type Overview } from './queries.ts'
import { renderOverview } from './render-overview.tsx'

const redirectWith = flashTexts({
  campaign_published: 'Campaign published.',
  campaign_paused: 'Campaign paused. It takes no new requests until you resume it.',
  campaign_resumed: 'Campaign resumed.',
  campaign_completed: 'Campaign completed.',
  campaign_deleted: 'Campaign deleted.',
})
type Flash = Parameters<typeof redirectWith>[1]

export const stateRoutes = new Hono<AppEnv>()

const campaignParams = params({ campaignId: id<CampaignId>() })

stateRoutes.post(routes.campaigns.publication.pattern, campaignParams, (c) =>
  changeState(c, c.req.valid('param').campaignId, publish, 'campaign_published'),
)
stateRoutes.post(routes.campaigns.pause.pattern, campaignParams, (c) =>
  changeState(c, c.req.valid('param').campaignId, pause, 'campaign_paused'),
)
stateRoutes.post(routes.campaigns.pauseEnd.pattern, campaignParams, (c) =>
  changeState(c, c.req.valid('param').campaignId, resume, 'campaign_resumed'),
)
stateRoutes.post(routes.campaigns.completion.pattern, campaignParams, (c) =>
  changeState(c, c.req.valid('param').campaignId, complete, 'campaign_completed'),
)

stateRoutes.post(routes.campaigns.deletion.pattern, campaignParams, async (c) => {
  const { campaignId } = c.req.valid('param')
  const overview = await findMine(c, campaignId)
  const checked = checkDeletion(overview.requests.accepted)
  if (!checked.ok)
    return renderOverview(c, overview, { refusal: explainDeletionRefusal(checked.refusal), status: 422 })

  const deleted = await deleteCampaign(c.var.db, overview.campaign, actionContextOf(c))
  if (!deleted.ok) return showConflict(c, campaignId)
  return redirectWith(c, 'campaign_deleted', routes.campaigns.index.href())
})

type Rule = (campaign: Campaign, now: number) => Result<StateChange, StateRefusal>

/** If the campaign is already in the wanted state, as after a double click, this just shows it. */
async function changeState(c: AppContext, campaignId: CampaignId, rule: Rule, flash: Flash) {
  const href = routes.campaigns.show.href({ campaignId })
  const overview = await findMine(c, campaignId)
  const change = rule(overview.campaign, c.var.now)
  if (!change.ok) {
    const { refusal } = change
    const isDone = refusal.kind === 'wrong_state' && refusal.state === refusal.wanted
    return isDone
      ? c.redirect(href, 303)
      : renderOverview(c, overview, { refusal: explainStateRefusal(refusal), status: 422 })
  }
  const saved = await saveStateChange(c.var.db, overview.campaign, change.value, actionContextOf(c))
  return saved.ok ? redirectWith(c, flash, href) : showConflict(c, campaignId)
}

async function findMine(c: AppContext, campaignId: CampaignId): Promise<Overview> {
  const viewer = viewerOf(c)
  const overview = await findOverview(c.var.db, viewer, campaignId, c.var.now)
  if (!overview || !canManage(viewer, overview.campaign)) throw notFound()
  return overview
}

const conflictText =
  'Someone changed this campaign at the same time, so nothing was saved. Check it, then try again.'

async function showConflict(c: AppContext, campaignId: CampaignId) {
  const newer = await findMine(c, campaignId)
  return renderOverview(c, newer, { refusal: conflictText, status: 409 })
}
