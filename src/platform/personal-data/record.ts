import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../shared/ids.ts'
import type { Database } from '../db/database.ts'
import type { Statement } from '../db/write.ts'

/**
 * What a feature stores about a person: how it gets into the file that they can download, and what becomes of it when
 * they delete their account. Each feature lists its own in `personal-data.ts`; a test finds every table that is missing.
 */
export interface PersonalRecord {
  /** Names the file with its rows: `messages` becomes `messages.json`. */
  readonly file: string
  /** What the file holds, in plain words to its owner: "Your profile." */
  readonly holds: string
  readonly tables: readonly SQLiteTable[]
  /** The only role that has any. All have some if it is missing. */
  readonly onlyFor?: 'admin' | 'sponsor' | 'influencer'
  readonly read: ReadRows
  readonly erasure: Erasure
}

/** Reads the rows after a cursor. 0 is the start. */
export type ReadRows = (owner: Owner, after: number) => Promise<PageOfRows>

export interface Owner {
  readonly db: Database
  readonly userId: UserId
  /** ISO 4217, of all amounts. */
  readonly currency: string
}

export interface PageOfRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** The cursor of the next page. Null after the last row. */
  readonly next: number | null
}

/** What happens to the rows, and a sentence about it for the page that asks whether to delete the account. */
export type Erasure =
  | (ErasingStatements & { readonly kind: 'delete' | 'anonymize'; readonly why: string })
  | { readonly kind: 'keep'; readonly why: string }

interface ErasingStatements {
  /**
   * Statements for a bounded number of rows. They run again and again until none of them changes a row, so one must
   * not find what it has changed before.
   */
  readonly statements?: (person: ErasedPerson) => Statement[]
  /**
   * Statements for some of the person's ad requests. Each request comes up once. `requestIds` is a JSON array, for
   * `json_each`.
   */
  readonly ofRequests?: (person: ErasedPerson, requestIds: string) => Statement[]
}

/** Somebody whose account has just become `deleted`. */
export interface ErasedPerson {
  readonly id: UserId
  /** Milliseconds UTC. */
  readonly now: number
}

/** How many rows a statement deletes or changes at a time. */
export const MAX_ERASED = 500
