import { desc, eq, lte } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { HOUR, MINUTE } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { queueJob } from './queue-job.ts'
import { jobRuns } from './schema.ts'

/** Later than this, a report was missed: its job runs every hour, but only on the 1st and the 2nd. */
const LATE = 2 * HOUR

/** A job whose last chunk began more recently is still running, or is being tried again. */
const RUNNING = 10 * MINUTE

/**
 * Starts the monthly reports if somebody's is overdue, because nothing ran on the days when it was due, or not planned
 * yet. Not while they are running: a million people take longer than the time between two sweeps. Returns 0: the job
 * itself handles them.
 */
export async function startOverdue({ db, env, now, clock }: JobContext): Promise<number> {
  const [[overdue], [lastRun]] = await db.read([selectOverdueReport(db, now), selectLastRun(db)])
  const isRunning = lastRun !== undefined && Math.abs(clock - lastRun.startedAt) < RUNNING
  if (overdue && !isRunning) await queueJob('monthly-reports', { env, now }, null)
  return 0
}

export function selectOverdueReport({ orm }: JobContext['db'], now: number) {
  return orm
    .select({ id: users.id })
    .from(users)
    .where(lte(users.nextReportAt, now - LATE))
    .limit(1)
}

function selectLastRun({ orm }: JobContext['db']) {
  return orm
    .select({ startedAt: jobRuns.startedAt })
    .from(jobRuns)
    .where(eq(jobRuns.job, 'monthly-reports'))
    .orderBy(desc(jobRuns.id))
    .limit(1)
}
