import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm'

/**
 * `column = 'value'`, with the value in the text of the SQL. Use it for columns with few values, as states and roles.
 * If the condition of a partial index names the column, and the value is bound to a `?`, SQLite compiles the select
 * again each time it runs, which takes longer than running it.
 */
export function eqLiteral<Of extends Column>(column: Of, value: GetColumnData<Of, 'raw'> & string): SQL {
  return sql`${column} = ${literal(value)}`
}

/** `column <> 'value'`, like `eqLiteral`. */
export function neLiteral<Of extends Column>(column: Of, value: GetColumnData<Of, 'raw'> & string): SQL {
  return sql`${column} <> ${literal(value)}`
}

/** A quoted text in the SQL. */
export function literal(text: string): SQL {
  return sql.raw(`'${text.replaceAll("'", "''")}'`)
}

/** `('a', 'b')`, for `in` inside a CHECK. */
export function literals(texts: readonly string[]): SQL {
  return sql`(${sql.join(texts.map(literal), sql`, `)})`
}
