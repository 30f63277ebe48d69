import type { Env } from '../../env.ts'
import type { Database } from '../db/database.ts'

/** What a job needs to know. It reads no clock of its own. Times are milliseconds UTC. */
export interface JobContext {
  readonly db: Database
  readonly env: Env
  /** The moment that the job works for. It stays the same for all chunks of a run. */
  readonly now: number
  /** When this chunk runs. Leases count from here: with `now`, those of a long run would be over before they begin. */
  readonly clock: number
}

/** What one chunk of a job did. */
export interface JobResult {
  /** How many things it was about: offers, people, e-mails. */
  readonly handled: number
  readonly failed: number
  /** Why the first of those failed, for admins. */
  readonly error?: string | null
  /** Where the next chunk continues. Null if nothing is left. */
  readonly cursor: string | null
}

/**
 * Handles one bounded chunk that starts at the cursor (null: at the start). It may run twice, late, or at the same time
 * as another run, so each of its effects must happen only once.
 */
export type Job = (context: JobContext, cursor: string | null) => Promise<JobResult>

/** Jobs that consist of many small steps: how many rows each step handles at most. */
export const CHUNK = 50
