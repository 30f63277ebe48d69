import { lte } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { HOUR } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { queueJob } from './queue-job.ts'

/** Later than this, a report was missed: its job runs every hour, but only on the 1st and the 2nd. */
const LATE = 2 * HOUR

/**
 * Starts the monthly reports if somebody's is overdue, because nothing ran on the days when it was due, or not planned
 * yet. Returns 0: the job itself handles them.
 */
export async function startOverdue({ db, env, now }: JobContext): Promise<number> {
  const [overdue] = await selectOverdueReport(db, now)
  if (overdue) await queueJob('monthly-reports', { env, now }, null)
  return 0
}

export function selectOverdueReport({ orm }: JobContext['db'], now: number) {
  return orm
    .select({ id: users.id })
    .from(users)
    .where(lte(users.nextReportAt, now - LATE))
    .limit(1)
}
