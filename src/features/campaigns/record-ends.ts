import { and, asc, lte, sql } from 'drizzle-orm'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import { CHUNK, type JobContext } from '../../platform/queue/job.ts'
import { handleRows, type Position, type Step } from '../../platform/queue/step.ts'
import { recordEventForEach } from '../activity/commands.ts'
import { endedNotification } from './notifications.ts'
import { campaigns } from './schema.ts'

/**
 * Records the campaigns whose last day is over, and tells their sponsors. The campaign stays active or paused, so the
 * sponsor can still choose a later end date.
 */
export const recordEnds: Step = async ({ db, now }, after) =>
  handleRows(
    await selectEnded(db, now, after),
    ({ endsAt, id }) => [endsAt, id],
    (ended) =>
      write(
        db,
        ended.flatMap((campaign) => recordEnd(campaign, now)),
      ),
  )

function recordEnd(
  { id, name, endsAt }: Awaited<ReturnType<typeof selectEnded>>[number],
  now: number,
): Statement[] {
  const unrecorded = sql`id = ${id} and ends_at = ${endsAt} and recorded_end_at is not ends_at`
  const row = sql`from ${campaigns} where ${unrecorded}`
  return [
    ...endedNotification({ id, name, endsAt }, row, now),
    recordEventForEach(
      { subject: 'campaign', subjectId: id, kind: 'ended', actor: null, at: sql`ends_at` },
      row,
    ),
    mutation.update(campaigns).set({ recordedEndAt: sql`ends_at` }).where(unrecorded),
  ]
}

export function selectEnded({ orm }: JobContext['db'], now: number, after: Position | null) {
  return orm
    .select({ id: campaigns.id, name: campaigns.name, endsAt: sql<number>`${campaigns.endsAt}` })
    .from(campaigns)
    .where(
      and(
        sql`state in ('active', 'paused') and ends_at is not recorded_end_at`,
        lte(campaigns.endsAt, now),
        after ? sql`(${campaigns.endsAt}, ${campaigns.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(campaigns.endsAt), asc(campaigns.id))
    .limit(CHUNK)
}
