import type { Env } from '../../env.ts'
import type { Database } from '../db/database.ts'

/** What a job needs to know. It reads no clock of its own. */
export interface JobContext {
  readonly db: Database
  readonly env: Env
  /** The moment that the job works for, in milliseconds UTC. It stays the same for all chunks of a run. */
  readonly now: number
}

/** What one chunk of a job did. */
export interface JobResult {
  /** How many things it was about: offers, people, e-mails. */
  readonly handled: number
  readonly failed: number
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
