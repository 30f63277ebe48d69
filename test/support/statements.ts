import type { InArgs, InStatement } from '@libsql/client/http'

/** A Drizzle query as a statement for a libSQL client. */
export function toStatement(query: { toSQL(): { sql: string; params: unknown[] } }): InStatement {
  const { sql, params } = query.toSQL()
  return { sql, args: params as InArgs }
}
