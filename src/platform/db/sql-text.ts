import { Column, getTableColumns, is, SQL, sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'

const dialect = new SQLiteSyncDialect()

/** An expression as the text of a statement that defines something: there it can have no parameters. */
export function textOf(expression: SQL | Column): string {
  const { sql: text, params } = dialect.sqlToQuery(sql`${expression}`)
  if (params.length > 0) throw new Error(`Write constants into the text: ${text}`)
  return text
}

/** Every column that an expression reads. */
export function columnsIn(expression: unknown): Column[] {
  if (is(expression, Column)) return [expression]
  return is(expression, SQL) ? expression.queryChunks.flatMap(columnsIn) : []
}

/** The column with the normalized text of a column, if it has one; see `searched-text.ts`. */
export function normalizedColumn(column: Column): Column | undefined {
  return Object.values(getTableColumns(column.table)).find(({ name }) => name === `search_${column.name}`)
}
