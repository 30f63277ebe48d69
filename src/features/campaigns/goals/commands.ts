import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { withSearchText } from '../../../platform/db/searched-text.ts'
import { expectOneRow, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { recordEvent } from '../../activity/commands.ts'
import type { Campaign } from '../campaign.ts'
import { campaignGoals } from '../schema.ts'
import { changeGoals, type Goal } from './goals.ts'

/** Checks a goal off, or reopens it. Refuses with `unchanged` if that was done before or the goal is gone. */
export function saveGoal(
  db: Database,
  campaign: Campaign,
  goal: Goal,
  done: boolean,
  { actor, now }: ActionContext,
): Promise<Result<unknown, 'unchanged'>> {
  return write(db, [
    mutation
      .update(campaignGoals)
      .set({ doneAt: done ? now : null })
      .where(
        and(
          eq(campaignGoals.id, goal.id),
          eq(campaignGoals.campaignId, campaign.id),
          done ? isNull(campaignGoals.doneAt) : isNotNull(campaignGoals.doneAt),
        ),
      ),
    expectOneRow('unchanged'),
    recordEvent({
      subject: 'campaign',
      subjectId: campaign.id,
      kind: done ? 'goal_reached' : 'goal_reopened',
      actor,
      note: goal.text,
      at: now,
    }),
  ])
}

/** The statements that change a campaign's goals, for the batch of an edit. */
export function saveGoals(id: CampaignId, before: readonly Goal[], texts: readonly string[]): Statement[] {
  const { removed, moved, added } = changeGoals(before, texts)
  return [
    ...(removed.length > 0
      ? [mutation.delete(campaignGoals).where(inArray(campaignGoals.id, [...removed]))]
      : []),
    ...moved.map(({ id: goalId, position }) =>
      mutation.update(campaignGoals).set({ position }).where(eq(campaignGoals.id, goalId)),
    ),
    ...insertGoals(sql`${id}`, added),
  ]
}

/** `campaignId` can be a subquery for a campaign that the same batch creates. */
export function insertGoals(campaignId: SQL, goals: readonly { text: string; position: number }[]) {
  if (goals.length === 0) return []
  return [
    mutation
      .insert(campaignGoals)
      .values(goals.map((goal) => withSearchText(campaignGoals, { campaignId, ...goal }))),
  ]
}
