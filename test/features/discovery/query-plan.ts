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

/**
 * Whether a step of a plan sorts or scans a table or an index. Scans of virtual tables use a full-text index, and scans of
 * subqueries or lists are short.
 */
export function isSlow(step: string): boolean {
  if (step.includes('TEMP B-TREE')) return true
  return step.startsWith('SCAN') && !/VIRTUAL TABLE|^SCAN \(|^SCAN CONSTANT ROW|^SCAN json_each/.test(step)
}

/** The steps that scan a whole table or index, or sort. */
export function slowSteps(plan: readonly string[]): string[] {
  return plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE'))
}
