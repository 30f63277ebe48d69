import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectOneRow, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { recordEvent } from '../../activity/events.ts'
import type { ActionContext } from '../act.ts'
import type { Campaign } from '../campaign.ts'
import { campaignGoals } from '../schema.ts'
import { changeGoals, type Goal } from './goals.ts'

/** Ticks a goal off, or opens it again. Refuses when it stands so already, or is gone. */
export function saveGoal(
  db: Database,
  campaign: Campaign,
  goal: Goal,
  done: boolean,
  { actor, now }: ActionContext,
): Promise<Result<unknown, 'as_it_was'>> {
  const open = sql`${campaignGoals.doneAt} is null`
  return write(db, [
    mutation
      .update(campaignGoals)
      .set({ doneAt: done ? now : null })
      .where(
        and(
          eq(campaignGoals.id, goal.id),
          eq(campaignGoals.campaignId, campaign.id),
          done ? open : sql`not (${open})`,
        ),
      ),
    expectOneRow('as_it_was'),
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

/** The statements that turn a list of goals into another, for the batch of an edit. */
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

/** Adds goals to a campaign, which may be one that the same batch creates. */
export function insertGoals(campaign: SQL, goals: readonly { text: string; position: number }[]) {
  if (goals.length === 0) return []
  return [
    mutation
      .insert(campaignGoals)
      .values(goals.map(({ text, position }) => ({ campaignId: campaign, text, position }))),
  ]
}
