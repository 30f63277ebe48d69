import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { okValue } from '../../shared/result.ts'
import type { Database } from '../db/database.ts'
import { countChanged, write } from '../db/write.ts'

/** Small rows, so more than other steps of the sweep take. */
const MAX_ROWS = 1_000

/** Deletes up to 1,000 rows of the table that the key belongs to. `where` needs an index. */
export function deleteSome(key: SQLiteColumn, where: SQL): SQL {
  const table = sql.identifier(getTableName(key.table))
  const name = sql.identifier(key.name)
  return sql`delete from ${table} where ${name} in (select ${name} from ${table} where ${where} limit ${MAX_ROWS})`
}

/** A step of the sweep that deletes rows. Returns how many. */
export async function removeRows(db: Database, deletes: readonly SQL[]): Promise<number> {
  return countChanged(okValue(await write(db, deletes)))
}
