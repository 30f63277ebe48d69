import type { Database } from '../../../platform/db/database.ts'
import type { RowsOf } from '../../../platform/db/select.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { noRequestFacts, type RequestFacts } from '../figures/facts.ts'
import type { Month } from '../month.ts'
import { selectActivity } from './select-activity.ts'
import { selectAgreements, selectAnswers, selectTrend } from './select-details.ts'
import type { Side, Span } from './spans.ts'

/** What a report needs about one person: two months in full, and a few figures of the months before. */
export interface Wanted {
  readonly reader: UserId
  readonly month: Month
  readonly before: Month
  /** For charts over time, oldest first. */
  readonly trend: readonly Month[]
}

export interface CampaignFacts {
  readonly id: CampaignId
  /** Whether it still exists. */
  readonly isThere: boolean
  readonly name: string
  readonly facts: RequestFacts
}

export interface TrendMonth {
  /** `YYYY-MM` */
  readonly month: string
  readonly opened: number
  readonly agreed: number
  /** In cents. */
  readonly amount: number
}

export interface RequestHistory {
  /** Campaigns with anything to report, by name. */
  readonly month: readonly CampaignFacts[]
  readonly before: readonly CampaignFacts[]
  readonly trend: readonly TrendMonth[]
}

/** The selects for `toHistories`, for the caller's round trip. */
export function selectHistories(db: Database, side: Side, wanted: readonly Wanted[], now: number) {
  const spans = wanted.flatMap(({ reader, month, before }) => [spanOf(reader, month), spanOf(reader, before)])
  const trend = wanted.flatMap(({ reader, trend }) => trend.map((month) => spanOf(reader, month)))
  return [
    selectActivity(db, side, spans, now),
    selectAnswers(db, side, spans),
    selectAgreements(db, side, spans),
    selectTrend(db, side, trend),
  ] as const
}

type Rows = RowsOf<ReturnType<typeof selectHistories>>

/** The history of each person, in the order of `wanted`. */
export function toHistories(
  wanted: readonly Wanted[],
  [activity, answers, agreements, trend]: Rows,
): RequestHistory[] {
  const activityOf = Map.groupBy(activity, keyOf)
  const answersOf = Map.groupBy(answers, (row) => `${keyOf(row)} ${row.campaignId}`)
  const agreementsOf = Map.groupBy(agreements, (row) => `${keyOf(row)} ${row.campaignId}`)
  const trendOf = new Map(trend.map((row) => [keyOf(row), row]))

  const campaignsIn = (key: string): CampaignFacts[] =>
    (activityOf.get(key) ?? [])
      .map((row) => {
        const { reader, month, campaignId, existingId, name, ...counts } = row
        const times = answersOf.get(`${key} ${campaignId}`) ?? []
        const answersBy = (side: Side) => times.filter(({ by }) => by === side).flatMap(({ times }) => times)
        const facts = {
          ...noRequestFacts,
          ...counts,
          sponsorAnswers: answersBy('sponsor'),
          influencerAnswers: answersBy('influencer'),
          agreements: agreementsOf.get(`${key} ${campaignId}`) ?? [],
        }
        return { id: campaignId, isThere: existingId !== null, name, facts }
      })
      .sort((one, other) => byName.compare(one.name, other.name) || one.id - other.id)

  return wanted.map(({ reader, month, before, trend }) => ({
    month: campaignsIn(keyOf({ reader, month: month.name })),
    before: campaignsIn(keyOf({ reader, month: before.name })),
    trend: trend.map(({ name }) => {
      const { opened = 0, agreed = 0, amount = 0 } = trendOf.get(keyOf({ reader, month: name })) ?? {}
      return { month: name, opened, agreed, amount }
    }),
  }))
}

const byName = new Intl.Collator('en', { numeric: true })

function spanOf(reader: UserId, month: Month): Span {
  return { reader, ...month }
}

function keyOf({ reader, month }: { readonly reader: UserId; readonly month: string }): string {
  return `${reader} ${month}`
}
