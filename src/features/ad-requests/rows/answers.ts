import { type SQL, sql } from 'drizzle-orm'
import { literal, literals } from '../../../platform/db/literals.ts'
import { rangeOfDays } from '../../../platform/list/days.ts'
import { choiceFilter, dayFilter } from '../../../platform/list/filter.ts'
import {
  type AnswerTime,
  answerTimeKeys,
  answerTimeLabels,
  answerTimes,
} from '../../../shared/answer-time.ts'
import { addDays, DAY } from '../../../shared/time.ts'
import { adRequests } from '../schema.ts'
import { answerTimeSql } from './answer-time.ts'

/** When requests were first answered, in days `YYYY-MM-DD` in UTC, and how long that took. */
export interface AnswerFilters {
  readonly answeredFrom: string | null
  readonly answeredUntil: string | null
  readonly answerTime: AnswerTime | null
}

export const answerFilters = {
  answeredFrom: dayFilter('First answered from (UTC)'),
  answeredUntil: dayFilter('First answered until (UTC)'),
  answerTime: choiceFilter('Time to first answer', answerTimeLabels),
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

/** The first day when a request can have been sent that was answered this soon. Null if there is none. */
export function firstSent({ answeredFrom, answerTime }: AnswerFilters): string | null {
  const under = answerTime === null ? null : answerTimes[answerTime].under
  return answeredFrom === null || under === null ? null : addDays(answeredFrom, -Math.ceil(under / DAY))
}
