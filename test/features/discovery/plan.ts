import type { Client, InArgs } from '@libsql/client/http'
import type { Select } from '../../../src/platform/db/select.ts'

interface Query {
  toSQL(): { sql: string; params: unknown[] }
}

/** How SQLite would go about a query, one line for each step. */
export async function planOf(client: Client, query: Query): Promise<string[]> {
  const { sql, params } = query.toSQL()
  const { rows } = await client.execute({ sql: `explain query plan ${sql}`, args: params as InArgs })
  return rows.map(({ detail }) => String(detail))
}

/** The same for a select that was prepared. */
export function planOfSelect(client: Client, select: Select): Promise<string[]> {
  const { sql, params } = select.prepare().getQuery()
  return planOf(client, { toSQL: () => ({ sql, params: [...params] }) })
}

/** The steps that read a whole table, walk an index to its end, or sort. */
export function slowSteps(plan: readonly string[]): string[] {
  return plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'))
}
