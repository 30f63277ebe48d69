import type { Client, InArgs } from '@libsql/client/http'
import type { Select } from '../../../src/platform/db/select.ts'

interface Query {
  toSQL(): { sql: string; params: unknown[] }
}

/** SQLite's query plan, one line for each step. */
export async function planOf(client: Client, query: Query): Promise<string[]> {
  const { sql, params } = query.toSQL()
  const { rows } = await client.execute({ sql: `explain query plan ${sql}`, args: params as InArgs })
  return rows.map(({ detail }) => String(detail))
}

/** The query plan of a prepared select. */
export function planOfSelect(client: Client, select: Select): Promise<string[]> {
  const { sql, params } = select.prepare().getQuery()
  return planOf(client, { toSQL: () => ({ sql, params: [...params] }) })
}

/** The steps that scan a whole table or index, or sort. */
export function slowSteps(plan: readonly string[]): string[] {
  return plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'))
}
