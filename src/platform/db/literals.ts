import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm'

/**
 * `column = 'value'` with the value in the SQL's own text. For states, roles and the like, of which there are few:
 * bound to a `?`, a value of a column that a partial index's condition names makes SQLite compile the whole
 * select anew each time it runs, which takes longer than running it.
 */
export function eqLiteral<Of extends Column>(column: Of, value: GetColumnData<Of, 'raw'> & string): SQL {
  return sql`${column} = ${literal(value)}`
}

/** `column <> 'value'`, as `is`. */
export function neLiteral<Of extends Column>(column: Of, value: GetColumnData<Of, 'raw'> & string): SQL {
  return sql`${column} <> ${literal(value)}`
}

/** A text in the SQL itself. */
export function literal(text: string): SQL {
  return sql.raw(`'${text.replaceAll("'", "''")}'`)
}

/** `('a', 'b')`, for `in` inside a CHECK. */
export function literals(texts: readonly string[]): SQL {
  return sql`(${sql.join(texts.map(literal), sql`, `)})`
}
