import { getTableColumns, SQL, sql } from 'drizzle-orm'
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * Inserts one row into `table` for each row of a `from … where …`. A value can be an SQL expression over that row.
 * Any other value is the same in every row.
 */
export function insertEach<Table extends SQLiteTable>(
  table: Table,
  values: SQLiteInsertValue<Table>,
  from: SQL,
): SQL {
  const columns = getTableColumns(table)
  const cells = Object.entries(values).flatMap(([name, value]) => {
    const column = columns[name]
    if (!column || value === undefined) return []
    return [
      { name: sql.identifier(column.name), value: value instanceof SQL ? value : sql.param(value, column) },
    ]
  })
  const names = sql.join(
    cells.map(({ name }) => name),
    sql`, `,
  )
  const selected = sql.join(
    cells.map(({ value }) => value),
    sql`, `,
  )
  return sql`insert into ${table} (${names}) select ${selected} ${from}`
}
