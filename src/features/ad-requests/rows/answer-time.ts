import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { literal } from '../../../platform/db/literals.ts'
import { sum } from '../../../shared/numbers/sum.ts'
import { DAY, HOUR } from '../../../shared/time.ts'

/** How long an answer took. */
export const answerTimeLabels = {
  hour: 'Up to 1 hour',
  quarter_day: '1 to 6 hours',
  day: '6 to 24 hours',
  two_days: '1 to 2 days',
  three_days: '2 to 3 days',
  week: '3 to 7 days',
  longer: 'More than 7 days',
} as const

export type AnswerTime = keyof typeof answerTimeLabels

export const answerTimeKeys = Object.keys(answerTimeLabels) as AnswerTime[]

/**
 * The ranges in which the median is given. Days cannot keep a median, so they keep how many answers fell into each of
 * these. `under` is in milliseconds.
 */
export const answerTimes: Readonly<Record<AnswerTime, { typically: string; under: number | null }>> = {
  hour: { typically: 'Within 1 hour', under: HOUR },
  quarter_day: { typically: 'Within 6 hours', under: 6 * HOUR },
  day: { typically: 'Within 1 day', under: DAY },
  two_days: { typically: 'Within 2 days', under: 2 * DAY },
  three_days: { typically: 'Within 3 days', under: 3 * DAY },
  week: { typically: 'Within 1 week', under: 7 * DAY },
  longer: { typically: 'Over 1 week', under: null },
}

/** The range that the median falls into: at least half of the answers came by its end. Null if there are none. */
export function typicalAnswerTime(countOf: (time: AnswerTime) => number): AnswerTime | null {
  const all = sum(answerTimeKeys.map(countOf))
  if (all === 0) return null
  let answered = 0
  for (const time of answerTimeKeys) {
    answered += countOf(time)
    if (answered * 2 >= all) return time
  }
  return null
}

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
