import { type SQL, sql } from 'drizzle-orm'
import { literal } from '../../platform/db/literals.ts'
import { DAY, HOUR } from '../../shared/time.ts'

/**
 * How long an answer took. `under` is in milliseconds. Days cannot keep a median, so they keep how many answers fell into
 * each of these.
 */
export const answerTimes = {
  hour: { label: 'Up to 1 hour', typically: 'Within 1 hour', under: HOUR },
  quarter_day: { label: '1 to 6 hours', typically: 'Within 6 hours', under: 6 * HOUR },
  day: { label: '6 to 24 hours', typically: 'Within 1 day', under: DAY },
  two_days: { label: '1 to 2 days', typically: 'Within 2 days', under: 2 * DAY },
  three_days: { label: '2 to 3 days', typically: 'Within 3 days', under: 3 * DAY },
  week: { label: '3 to 7 days', typically: 'Within 1 week', under: 7 * DAY },
  longer: { label: 'More than 7 days', typically: 'Over 1 week', under: null },
} as const satisfies Record<string, { label: string; typically: string; under: number | null }>

export type AnswerTime = keyof typeof answerTimes

export const answerTimeKeys = Object.keys(answerTimes) as AnswerTime[]

/** The range that the median falls into: at least half of the answers came by its end. Null if there are none. */
export function typicalAnswerTime(countOf: (time: AnswerTime) => number): AnswerTime | null {
  const all = answerTimeKeys.reduce((sum, time) => sum + countOf(time), 0)
  if (all === 0) return null
  let answered = 0
  for (const time of answerTimeKeys) {
    answered += countOf(time)
    if (answered * 2 >= all) return time
  }
  return null
}

/**
 * The SQL expression for the range of a time in milliseconds. Null for null. The limit keeps SQLite from looking up the
 * time again for each range.
 */
export function answerTimeSql(took: SQL): SQL {
  const cases = answerTimeKeys.map((key) => {
    const { under } = answerTimes[key]
    const condition = under === null ? 'took is not null' : `took < ${under}`
    return sql`when ${sql.raw(condition)} then ${literal(key)}`
  })
  return sql`(select case ${sql.join(cases, sql` `)} end from (select ${took} as took limit 1))`
}
