import type { Cents } from '../../shared/money.ts'
import { addDays, endOfDay } from '../../shared/time.ts'
import type { Campaign } from './campaign.ts'
import type { Goal } from './goals/goals.ts'

/** So much of so much; `of` may be 0, when there is nothing to measure. */
export interface Part {
  readonly done: number
  readonly of: number
}

/** How far a campaign is. */
export interface Progress {
  /** Milliseconds gone between its first and last day; null without dates. */
  readonly time: Part | null
  readonly budget: Cents
  readonly committed: Cents
  readonly paid: Cents
  readonly left: Cents
  readonly goals: Part
  /** Published of agreed. */
  readonly deliverables: Part
}

/** `deliverables` counts what was agreed in the campaign's collaborations, and what of it is published. */
export function progressOf(
  campaign: Campaign,
  goals: readonly Goal[],
  deliverables: { readonly agreed: number; readonly published: number },
  now: number,
): Progress {
  const { budget, committed, paid } = campaign
  return {
    time: timeGone(campaign, now),
    budget,
    committed,
    paid,
    left: (budget - committed) as Cents,
    goals: { done: goals.filter(({ doneAt }) => doneAt !== null).length, of: goals.length },
    deliverables: { done: deliverables.published, of: deliverables.agreed },
  }
}

function timeGone({ startDate, endsAt, timeZone }: Campaign, now: number): Part | null {
  if (startDate === null || endsAt === null) return null
  const startsAt = endOfDay(addDays(startDate, -1), timeZone)
  const whole = Math.max(endsAt - startsAt, 0)
  return { done: Math.min(Math.max(now - startsAt, 0), whole), of: whole }
}
