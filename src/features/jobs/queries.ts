import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { cursorNumbers, type ListSource, selectCount } from '../../platform/list/source.ts'
import type { JobRunId } from '../../shared/ids.ts'
import { type JobRun, jobRuns } from './schema.ts'
import type { RunSearch } from './search.ts'

/** What jobs have done. */
export const runs: ListSource<JobRun, RunSearch> = {
  select: ({ db }, search, after, limit) => selectRuns(db, search, after, limit),
  count: ({ db }, search) => selectCount(db, rowsOf(search)),
  cursorOf: ({ id }) => String(id),
}

export function selectRuns(db: Database, search: RunSearch, after: string | null, limit: number) {
  const [cursor] = cursorNumbers(after, 1) ?? []
  const id = cursor as JobRunId | undefined
  const isOldestFirst = search.sort === 'oldest'
  const compare = isOldestFirst ? gt : lt
  return db.orm
    .select()
    .from(jobRuns)
    .where(and(ofJob(search), id === undefined ? undefined : compare(jobRuns.id, id)))
    .orderBy(isOldestFirst ? asc(jobRuns.id) : desc(jobRuns.id))
    .limit(limit)
}

function rowsOf(search: RunSearch): SQL {
  const condition = ofJob(search)
  return condition ? sql`select 1 from ${jobRuns} where ${condition}` : sql`select 1 from ${jobRuns}`
}

function ofJob({ job }: RunSearch): SQL | undefined {
  return job === null ? undefined : eq(jobRuns.job, job)
}
