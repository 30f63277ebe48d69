import { isolate } from './isolate.ts'
import { CHUNK, type JobContext } from './job.ts'

/** A place in the order in which a step takes its rows: a time and an id. */
export type Position = readonly [at: number, id: number]

export interface StepResult {
  readonly handled: number
  readonly failed: number
  /** Why the first of those failed. */
  readonly error: string | null
  /** Where to continue. Null if nothing is left. */
  readonly next: Position | null
}

/** One part of a job, which handles at most `CHUNK` rows after a position (null: from the start). */
export type Step = (context: JobContext, after: Position | null) => Promise<StepResult>

/**
 * Handles rows that a step has read, all or none of them at once if it can, and otherwise those that can be handled. The
 * next position is behind the last row, whether it failed or not: a broken row never holds up those after it.
 */
export async function handleRows<Row>(
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
  handle: (rows: readonly Row[]) => Promise<unknown>,
): Promise<StepResult> {
  const { failed, error } = await isolate(rows, handle)
  const last = rows.length < CHUNK ? undefined : rows.at(-1)
  return {
    handled: rows.length - failed.length,
    failed: failed.length,
    error,
    next: last ? positionOf(last) : null,
  }
}
