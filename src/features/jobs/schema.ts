import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { JobRunId } from '../../shared/ids.ts'
import type { JobName } from './schedule.ts'

/** Each chunk of a job that has run, for admins. Removed after 30 days. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    id: integer().primaryKey().$type<JobRunId>(),
    job: text().notNull().$type<JobName>(),
    /** The moment that the job worked for. */
    at: integer().notNull(),
    /** Where the chunk started. Null: at the start. */
    cursor: text(),
    startedAt: integer('started_at').notNull(),
    /** Null while it is running, or if it was cut off. */
    took: integer(),
    handled: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Where the next chunk starts. Null after the last one. */
    next: text(),
    error: text(),
  },
  (table) => [
    index('job_runs_by_job').on(table.job, table.id),
    index('job_runs_by_start').on(table.startedAt),
  ],
)

export type JobRun = Readonly<typeof jobRuns.$inferSelect>
