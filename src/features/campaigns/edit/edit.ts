import { type Cents, formatMoney } from '../../../shared/money.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { addDays } from '../../../shared/time.ts'
import type { Campaign, Plan } from '../campaign.ts'
import { type MissingItem, missingForPublication } from '../completeness.ts'
import { todayOf } from '../schedule.ts'

export type EditRefusal =
  | { readonly kind: 'completed' }
  | { readonly kind: 'below_committed'; readonly committed: Cents }
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingItem[] }
  | PastDays

/** The fields with a day that is over. */
type PastDays = { readonly kind: 'past_days'; readonly fields: readonly DayField[] }
type DayField = 'startDate' | 'endDate'

/**
 * A draft can be edited freely. A published campaign must stay complete, with an end date that has not passed.
 * A completed one cannot be edited. The budget must cover what is committed. A changed date must not be in the past.
 */
export function edit(campaign: Campaign, plan: Plan, now: number): Result<Plan, EditRefusal> {
  if (campaign.state === 'completed') return refuse({ kind: 'completed' })
  if (plan.budget < campaign.committed) {
    return refuse({ kind: 'below_committed', committed: campaign.committed })
  }
  const missing = campaign.state === 'draft' ? [] : missingForPublication(plan, now)
  if (missing.length > 0) return refuse({ kind: 'incomplete', missing })

  const past = pastDays(plan, campaign, now)
  return past ? refuse(past) : ok(plan)
}

/** A new campaign: it cannot begin or end on a day that is over. */
export function create(plan: Plan, now: number): Result<Plan, PastDays> {
  const past = pastDays(plan, { startDate: null, endDate: null }, now)
  return past ? refuse(past) : ok(plan)
}

/** Days that were chosen before stay: a campaign that runs began in the past. Where its sponsor is, today may be yesterday. */
function pastDays(plan: Plan, before: Pick<Plan, DayField>, now: number): PastDays | null {
  const yesterday = addDays(todayOf(plan, now), -1)
  const fields = (['startDate', 'endDate'] as const).filter((field) => {
    const day = plan[field]
    return day !== null && day !== before[field] && day < yesterday
  })
  return fields.length > 0 ? { kind: 'past_days', fields } : null
}

/** The refusal as form errors. */
export function explainEditRefusal(refusal: EditRefusal, currency: string): Record<string, string> {
  switch (refusal.kind) {
    case 'completed':
      return { form: completedText }
    case 'below_committed':
      return {
        budget: `You've already agreed to ${formatMoney(refusal.committed, currency)}. The budget can't be less.`,
      }
    case 'past_days':
      return Object.fromEntries(refusal.fields.map((field) => [field, pastText]))
    case 'incomplete':
      return {
        form: 'A published campaign needs a complete brief. Nothing was saved yet, and what you typed is below.',
        ...Object.fromEntries(refusal.missing.map(({ field, message }) => [field, message])),
      }
  }
}

const pastText = "This day is over in the campaign's time zone. Choose a later date"

export const completedText = "This campaign is completed and can't be edited."
