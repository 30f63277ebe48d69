import type { InArgs, InStatement } from '@libsql/client/http'

/** A statement that Drizzle builds, for a test's own client. */
export function toStatement(query: { toSQL(): { sql: string; params: unknown[] } }): InStatement {
  const { sql, params } = query.toSQL()
  return { sql, args: params as InArgs }
}
