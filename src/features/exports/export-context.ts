import type { Env } from '../../env.ts'
import { type Database, openDatabase } from '../../platform/db/database.ts'
import type { Viewer } from '../../platform/http/context.ts'

/** Whose rows a file holds, and what its cells need to know. */
export interface ExportContext {
  /** The database for one page of rows. */
  readonly openDatabase: () => Database
  readonly owner: Pick<Viewer, 'id' | 'role'>
  /** Milliseconds UTC. In all rows, states are those of this moment. */
  readonly now: number
  /** ISO 4217. */
  readonly currency: string
  readonly publicUrl: string
}

/** One page of rows may take as long as a page of the site. The whole file may take as long as it wants. */
export function exportContext(env: Env, owner: ExportContext['owner'], now: number): ExportContext {
  return {
    openDatabase: () => openDatabase(env, { timeout: env.DATABASE_TIMEOUT_MS }),
    owner,
    now,
    currency: env.CURRENCY,
    publicUrl: env.PUBLIC_URL,
  }
}
