import { Hono } from 'hono'
import type { AppContext, AppEnv, Viewer } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/errors.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { viewerOf } from '../../platform/http/guards.ts'
import { idParam } from '../../platform/http/params.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import type { CampaignId, GoalId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { ActionContext } from './act.ts'
import {
  type Campaign,
  complete,
  explainRemoval,
  explainStep,
  pause,
  publish,
  remove,
  resume,
  type Step,
  type StepRefusal,
} from './campaign.ts'
import { deleteCampaign, saveStep } from './commands.ts'
import { saveGoal } from './goals/commands.ts'
import { canTickGoals } from './goals/goals.ts'
import { OverviewPage, TickedGoals } from './overview/overview-page.tsx'
import { findOverview, type Overview } from './overview/queries.ts'
import { canManage, seesBooks } from './policy.ts'
import { findOwn } from './queries.ts'
import { AnnouncementPage } from './show/campaign-page.tsx'
import { aboutCampaign } from './show/page-meta.ts'
import { type Announcement, findAnnouncement } from './show/queries.ts'

const redirectWith = flashTexts({
  campaign_published: 'Published.',
  campaign_paused: 'Paused: no new requests until you resume it.',
  campaign_resumed: 'The campaign runs again.',
  campaign_completed: 'Completed.',
  campaign_deleted: 'The campaign is deleted.',
})
type Flash = Parameters<typeof redirectWith>[1]

export const campaigns = new Hono<AppEnv>()

campaigns.get(routes.campaigns.show.pattern, (c) => {
  const { viewer } = c.var
  return viewer && viewer.role !== 'influencer' ? showWithBooks(c, viewer) : showAnnouncement(c)
})

campaigns.post(routes.campaigns.publication.pattern, (c) => take(c, publish, 'campaign_published'))
campaigns.post(routes.campaigns.pause.pattern, (c) => take(c, pause, 'campaign_paused'))
campaigns.post(routes.campaigns.pauseEnd.pattern, (c) => take(c, resume, 'campaign_resumed'))
campaigns.post(routes.campaigns.completion.pattern, (c) => take(c, complete, 'campaign_completed'))

campaigns.post(routes.campaigns.deletion.pattern, async (c) => {
  const overview = await findMine(c)
  const removed = remove(overview.requests.accepted)
  if (!removed.ok) return showOverview(c, overview, explainRemoval(removed.refusal), 422)

  const saved = await deleteCampaign(c.var.db, overview.campaign, actOf(c))
  if (!saved.ok) return showNewer(c)
  return redirectWith(c, 'campaign_deleted', routes.campaigns.index.href())
})

campaigns.post(routes.campaigns.goalCompletion.pattern, (c) => tick(c, true))
campaigns.post(routes.campaigns.goalCompletionUndo.pattern, (c) => tick(c, false))

type Rule = (campaign: Campaign, now: number) => Result<Step, StepRefusal>

/** Moves a campaign on by a rule. Asked for what is so already, as by a second click, it just shows it. */
async function take(c: AppContext, rule: Rule, flash: Flash) {
  const overview = await findMine(c)
  const step = rule(overview.campaign, c.var.now)
  if (!step.ok) {
    const { refusal } = step
    if (refusal.kind === 'wrong_state' && refusal.state === refusal.wanted)
      return c.redirect(showHref(c), 303)
    return showOverview(c, overview, explainStep(refusal), 422)
  }
  const saved = await saveStep(c.var.db, overview.campaign, step.value, actOf(c))
  return saved.ok ? redirectWith(c, flash, showHref(c)) : showNewer(c)
}

async function tick(c: AppContext, done: boolean) {
  const found = await findOwn(c.var.db, viewerOf(c).id, campaignIdOf(c))
  const goal = found?.goals.find(({ id }) => id === idParam<GoalId>(c, 'goalId'))
  if (!found || !goal) throw notFound()
  if (!canTickGoals(found.campaign)) throw forbidden('Goals are ticked off while the campaign runs.')

  // Refused only when it stands so already, which is what was wanted.
  await saveGoal(c.var.db, found.campaign, goal, done, actOf(c))
  return c.redirect(`${showHref(c)}#goals`, 303)
}

async function findMine(c: AppContext): Promise<Overview> {
  const viewer = viewerOf(c)
  const overview = await findOverview(c.var.db, viewer, campaignIdOf(c), c.var.now)
  if (!overview || !canManage(viewer, overview.campaign)) throw notFound()
  return overview
}

async function showWithBooks(c: AppContext, viewer: Viewer) {
  const overview = await findOverview(c.var.db, viewer, campaignIdOf(c), c.var.now)
  if (!overview) throw notFound()
  if (seesBooks(viewer, overview.campaign)) return showOverview(c, overview)

  const { campaign, goals } = overview
  return announce(c, { campaign, goals, standing: null })
}

async function showAnnouncement(c: AppContext) {
  const { db, viewer, now } = c.var
  const announcement = await findAnnouncement(db, viewer, campaignIdOf(c), now)
  if (!announcement) throw notFound()
  return announce(c, announcement)
}

function announce(c: AppContext, announcement: Announcement) {
  const { campaign } = announcement
  return renderPage(c, {
    title: campaign.name,
    page: <AnnouncementPage announcement={announcement} viewer={c.var.viewer} />,
    meta: aboutCampaign(campaign),
  })
}

/** It changed between reading and writing: what is there now, and nothing done. */
async function showNewer(c: AppContext) {
  const words =
    'This campaign changed in the same moment, so nothing was done. Look at it, then decide again.'
  return showOverview(c, await findMine(c), words, 409)
}

function showOverview(c: AppContext, overview: Overview, refusal?: string, status: 200 | 409 | 422 = 200) {
  const { campaign } = overview
  const mine = canManage(c.var.viewer, campaign)
  return renderPage(c, {
    title: campaign.name,
    page: <OverviewPage overview={overview} mine={mine} refusal={refusal} />,
    fragment: <TickedGoals overview={overview} mine={mine} />,
    status,
  })
}

function actOf(c: AppContext): ActionContext {
  return { actor: viewerOf(c).id, now: c.var.now }
}

function campaignIdOf(c: AppContext): CampaignId {
  return idParam<CampaignId>(c, 'campaignId')
}

function showHref(c: AppContext): string {
  return routes.campaigns.show.href({ campaignId: campaignIdOf(c) })
}
