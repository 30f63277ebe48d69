import { and, desc, eq, lt } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../platform/http/paging.ts'
import type { JobRunId } from '../../shared/ids.ts'
import type { JobName } from './schedule.ts'
import { type JobRun, jobRuns } from './schema.ts'

/** Runs, newest first. `before` is the last id of the previous page. Null for `job` means all jobs. */
export async function listRuns(
  db: Database,
  job: JobName | null,
  before: JobRunId | null,
): Promise<Page<JobRun>> {
  return cutPage(await selectRuns(db, job, before), PAGE_SIZE, ({ id }) => [id])
}

export function selectRuns(db: Database, job: JobName | null, before: JobRunId | null) {
  return db.orm
    .select()
    .from(jobRuns)
    .where(
      and(
        job === null ? undefined : eq(jobRuns.job, job),
        before === null ? undefined : lt(jobRuns.id, before),
      ),
    )
    .orderBy(desc(jobRuns.id))
    .limit(PAGE_SIZE + 1)
}
