import { and, type SQL, sql } from 'drizzle-orm'
import { literal, literals } from '../../../platform/db/literals.ts'
import { rangeOfDays } from '../../../platform/list/days.ts'
import { choiceFilter, dayFilter, rare } from '../../../platform/list/filter.ts'
import { addDays, DAY } from '../../../shared/time.ts'
import { adRequests } from '../schema.ts'
import {
  type AnswerTime,
  answerTimeKeys,
  answerTimeLabels,
  answerTimeSql,
  answerTimes,
} from './answer-time.ts'

/** When requests were first answered, in days `YYYY-MM-DD` in UTC, and how long that took. */
export interface AnswerFilters {
  readonly answeredFrom: string | null
  readonly answeredUntil: string | null
  readonly answerTime: AnswerTime | null
}

export const answerFilters = {
  answeredFrom: rare(dayFilter('First answered from (UTC)')),
  answeredUntil: rare(dayFilter('First answered until (UTC)')),
  answerTime: rare(choiceFilter('Time to first answer', answerTimeLabels)),
}

const { firstAnsweredAt, createdAt } = adRequests

export function hasAnswerFilter({ answeredFrom, answeredUntil, answerTime }: AnswerFilters): boolean {
  return answeredFrom !== null || answeredUntil !== null || answerTime !== null
}

/**
 * The conditions for the first answer. `foundBy` says what SQLite finds the rows by: `ad_requests_by_answer`, which
 * begins with how long the answer took, an index that begins with something else and has the answers' times, or neither.
 */
export function isAnswered(foundBy: 'time taken' | 'time' | 'neither', filters: AnswerFilters): SQL[] {
  if (!hasAnswerFilter(filters)) return []
  const { answeredFrom, answeredUntil, answerTime } = filters
  const mark = foundBy === 'neither' ? sql`+` : sql``
  const tookMark = foundBy === 'time taken' ? sql`` : sql`+`
  const took = answerTimeSql(firstAnsweredAt, createdAt)
  const times = answerTime === null ? sql`in ${literals(answerTimeKeys)}` : sql`= ${literal(answerTime)}`
  return [
    sql`${mark}${firstAnsweredAt} is not null`,
    sql`${tookMark}(${took}) ${times}`,
    ...rangeOfDays(mark, firstAnsweredAt, answeredFrom, answeredUntil),
  ]
}

/**
 * The smallest id of a request that was answered this soon. Null if any can have been. Answers of the slowest range can
 * have taken any time, so the first of these is looked up. There are few.
 */
export function firstIdAnswered(filters: AnswerFilters, firstIdSent: (day: string) => SQL): SQL | null {
  const { answeredFrom, answerTime } = filters
  if (answeredFrom === null) return null
  const sentWithin = (under: number) => firstIdSent(addDays(answeredFrom, -Math.ceil(under / DAY)))
  const under = answerTime === null ? null : answerTimes[answerTime].under
  if (under !== null) return sentWithin(under)

  const slow = and(...isAnswered('time taken', { ...filters, answerTime: 'longer' }))
  const firstSlow = sql`ifnull((select min(id) from ${adRequests} where ${slow}), 9e18)`
  return answerTime === null ? sql`min(${firstSlow}, ${sentWithin(SLOW)})` : firstSlow
}

const SLOW = Math.max(...answerTimeKeys.map((key) => answerTimes[key].under ?? 0))
