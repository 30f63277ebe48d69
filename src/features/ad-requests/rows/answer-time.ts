import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { literal } from '../../../platform/db/literals.ts'
import { answerTimeKeys, answerTimes } from '../../../shared/answer-time.ts'

/**
 * The SQL expression for how long the first answer took, as a key of `answerTimes`. Null without an answer. The table has
 * an index of it, so this is not a subquery.
 */
export function answerTimeSql(firstAnsweredAt: SQLWrapper, createdAt: SQLWrapper): SQL {
  const cases = answerTimeKeys.map((key) => {
    const { under } = answerTimes[key]
    const condition =
      under === null
        ? sql`${firstAnsweredAt} is not null`
        : sql`${firstAnsweredAt} - ${createdAt} < ${sql.raw(String(under))}`
    return sql`when ${condition} then ${literal(key)}`
  })
  return sql`case ${sql.join(cases, sql` `)} end`
}
