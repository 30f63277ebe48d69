import { MINUTE } from '../../shared/time.ts'

/** How many rows are changed together. Up to so many are changed at once, while the admin waits. */
export const CHUNK = 50

/** How many chunks one message of the queue handles, or one press of "Continue". */
export const MAX_CHUNKS = 10

/** An action that has not moved for so long has lost its place in the queue. */
export const STUCK_AFTER = 5 * MINUTE

/** A page that is older than this says nothing about today's list. */
export const MAX_AGE_OF_PAGE = 24 * 60 * MINUTE

export const bulkStates = ['running', 'stopped', 'done'] as const

/** The rows that an action is about: those that were selected, or all that match a list's query string. */
export type StoredScope = { readonly ids: readonly number[] } | { readonly allMatching: string }

/** Where a row is in the order in which a kind reads: its id, and what else the read needs to go on after it. */
export type Position = readonly [id: number, cursor?: string]

/** What came of a row that was not changed. */
export const rowOutcomes = ['skipped', 'failed'] as const

/** How many rows of an action have been looked at. */
export function lookedAt({ changed, skipped, failed }: BulkCounts): number {
  return changed + skipped + failed
}

export interface BulkCounts {
  /** Rows that the action has changed. */
  readonly changed: number
  /** Rows that it left alone, because a rule refused them. */
  readonly skipped: number
  /** Rows that could not be changed because of an error. */
  readonly failed: number
}

/**
 * How the number of matching rows differs from the one that the admin was asked about. Null if it is about the same:
 * up to 2%, at least 1 row.
 */
export function changeOfCount(asked: number, now: number): 'more' | 'fewer' | null {
  const margin = Math.max(1, Math.floor(asked * 0.02))
  if (Math.abs(now - asked) <= margin) return null
  return now > asked ? 'more' : 'fewer'
}
