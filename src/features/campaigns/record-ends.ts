import { and, asc, lte, sql } from 'drizzle-orm'
import { mutation, write } from '../../platform/db/write.ts'
import { CHUNK, type JobContext } from '../../platform/queue/job.ts'
import { recordEventForEach } from '../activity/commands.ts'
import { endedNotification } from './notifications.ts'
import { campaigns } from './schema.ts'

/**
 * Records the campaigns whose last day is over, and tells their sponsors. The campaign stays active or paused, so the
 * sponsor can still choose a later end date. Returns how many it found.
 */
export async function recordEnds({ db, now }: JobContext): Promise<number> {
  const ended = await selectEnded(db, now)
  if (ended.length === 0) return 0

  const statements = ended.flatMap(({ id, name, endsAt }) => {
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
  })
  await write(db, statements)
  return ended.length
}

export function selectEnded({ orm }: JobContext['db'], now: number) {
  return orm
    .select({ id: campaigns.id, name: campaigns.name, endsAt: sql<number>`${campaigns.endsAt}` })
    .from(campaigns)
    .where(
      and(sql`state in ('active', 'paused') and ends_at is not recorded_end_at`, lte(campaigns.endsAt, now)),
    )
    .orderBy(asc(campaigns.endsAt), asc(campaigns.id))
    .limit(CHUNK)
}
