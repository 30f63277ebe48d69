import type { Cents } from '../../shared/money.ts'
import type { Campaign } from './campaign.ts'
import type { Goal } from './goals/goals.ts'
import { daysElapsed } from './schedule.ts'

/** For a progress bar. `total` is 0 when there is nothing to measure. */
export interface Ratio {
  readonly done: number
  readonly total: number
}

export interface Progress {
  /** Milliseconds between the start and the end of the campaign; null without dates. */
  readonly time: Ratio | null
  /** The same in whole days of the campaign. */
  readonly days: Ratio | null
  readonly remaining: Cents
  readonly goals: Ratio
  /** Published out of agreed. */
  readonly deliverables: Ratio
}

/** `deliverables` counts what the campaign's collaborations agreed on, and how many of those are published. */
export function progressOf(
  campaign: Campaign,
  goals: readonly Goal[],
  deliverables: { readonly agreed: number; readonly published: number },
  now: number,
): Progress {
  return {
    time: timeElapsed(campaign, now),
    days: daysElapsed(campaign, now),
    remaining: (campaign.budget - campaign.committed) as Cents,
    goals: { done: goals.filter(({ doneAt }) => doneAt !== null).length, total: goals.length },
    deliverables: { done: deliverables.published, total: deliverables.agreed },
  }
}

function timeElapsed({ startsAt, endsAt }: Campaign, now: number): Ratio | null {
  if (startsAt === null || endsAt === null) return null
  const total = Math.max(endsAt - startsAt, 0)
  return { done: Math.min(Math.max(now - startsAt, 0), total), total }
}
