import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm'

/**
 * `column = 'value'`, with the value in the text of the SQL. Use it for columns with few values, like states and roles;
 * see docs/decisions/0013-literals.md.
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
