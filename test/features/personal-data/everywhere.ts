import { createClient } from '@libsql/client/http'
import type { App } from '../../support/app.ts'

/** Every row of every table, without what SQLite keeps by itself. */
export async function allRows(app: App): Promise<Map<string, Record<string, unknown>[]>> {
  // The sort keys of the search are too large for a number.
  const db = createClient({ url: app.libsql.url, intMode: 'bigint' })
  const { rows } =
    await db.execute(`select name from pragma_table_list where type = 'table' and schema = 'main'
    and name not like 'sqlite_%' and name not like '%migration%' order by name`)
  const tables = new Map<string, Record<string, unknown>[]>()
  for (const { name } of rows) {
    const { rows: all } = await db.execute(`select * from "${name}"`)
    const plain = all.map((row) => ({ ...row }))
    tables.set(String(name), plain)
  }
  db.close()
  return tables
}

/** The columns in which a text still occurs, as `table.column`. */
export async function columnsWith(app: App, text: string): Promise<string[]> {
  const found = new Set<string>()
  for (const [table, rows] of await allRows(app)) {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string' && value.toLowerCase().includes(text)) found.add(`${table}.${column}`)
      }
    }
  }
  return [...found].sort()
}
