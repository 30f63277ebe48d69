import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId, GoalId } from '../../../shared/ids.ts'
import { findOwnCampaign } from '../queries.ts'
import { saveGoal } from './commands.ts'
import { canCheckGoals } from './goals.ts'

export const goalRoutes = new Hono<AppEnv>()

const goalParams = params({ campaignId: id<CampaignId>(), goalId: id<GoalId>() })

goalRoutes.post(routes.campaigns.goalCompletion.pattern, goalParams, (c) =>
  setDone(c, c.req.valid('param'), true),
)

goalRoutes.post(routes.campaigns.goalCompletionUndo.pattern, goalParams, (c) =>
  setDone(c, c.req.valid('param'), false),
)

async function setDone(
  c: AppContext,
  { campaignId, goalId }: { campaignId: CampaignId; goalId: GoalId },
  done: boolean,
) {
  const found = await findOwnCampaign(c.var.db, viewerOf(c).id, campaignId)
  const goal = found?.goals.find(({ id }) => id === goalId)
  if (!found || !goal) throw notFound()
  if (!canCheckGoals(found.campaign)) {
    throw forbidden('You can check off goals while the campaign is active or paused.')
  }
  // Refused only if it already is as requested, so the page is right either way.
  await saveGoal(c.var.db, found.campaign, goal, done, actionContextOf(c))
  return c.redirect(`${routes.campaigns.show.href({ campaignId })}#goals`, 303)
}
