import { LibsqlError } from '@libsql/client'
import { ChangeRefused } from '../db/database.ts'
import { DatabaseUnavailable } from '../db/wait-limit.ts'

/** What came of handling many items. */
export interface Isolated<Item> {
  /** The items that could not be handled, each tried by itself. */
  readonly failed: readonly Item[]
  /** Why the first of them could not. Null if all could. */
  readonly error: string | null
}

/**
 * Handles all items together, which takes few round trips. If that throws, it handles each half by itself, and so on,
 * until only the items that cause the trouble are left. So one broken row never stops the rows beside it. `handle` must
 * change everything or nothing. Throws if the database is down or the request may change nothing, because then the items
 * are not to blame.
 */
export async function isolate<Item>(
  items: readonly Item[],
  handle: (items: readonly Item[]) => Promise<unknown>,
): Promise<Isolated<Item>> {
  if (items.length === 0) return { failed: [], error: null }
  try {
    await handle(items)
    return { failed: [], error: null }
  } catch (error) {
    if (isDatabaseDown(error) || error instanceof ChangeRefused) throw error
    if (items.length === 1) return { failed: items, error: String(error) }
  }
  const middle = Math.ceil(items.length / 2)
  const first = await isolate(items.slice(0, middle), handle)
  const second = await isolate(items.slice(middle), handle)
  return { failed: [...first.failed, ...second.failed], error: first.error ?? second.error }
}

/** Whether trying again later may help. SQLite's errors about a row or a statement stay. */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true
  return error instanceof LibsqlError && !/^SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)/.test(error.code)
}
