import { type Column, type SQL, sql } from 'drizzle-orm'
import { literal } from './literals.ts'

/**
 * The SQL expression for the key of the last step that a value reaches. `steps` go from the smallest to the largest. It
 * has no parameters, so triggers can use it.
 */
export function stepSql<Key extends string>(
  value: Column | SQL,
  steps: Readonly<Record<Key, { readonly from: number }>>,
): SQL<Key> {
  const largestFirst = Object.entries<{ readonly from: number }>(steps).reverse()
  const cases = largestFirst.map(
    ([key, { from }]) => sql`when ${value} >= ${sql.raw(String(from))} then ${literal(key)}`,
  )
  return sql<Key>`case ${sql.join(cases, sql` `)} end`
}
