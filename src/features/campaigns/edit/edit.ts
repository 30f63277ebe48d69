import { type Cents, formatMoney } from '../../../shared/money.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import type { Campaign, Plan } from '../campaign.ts'
import { type MissingItem, missingForPublication } from '../completeness.ts'

export type EditRefusal =
  | { readonly kind: 'completed' }
  | { readonly kind: 'below_committed'; readonly committed: Cents }
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingItem[] }

/**
 * A draft can be edited freely. A published campaign must stay complete, with an end date that has not passed.
 * A completed one cannot be edited. The budget can never go below what is committed.
 */
export function edit(campaign: Campaign, plan: Plan, now: number): Result<Plan, EditRefusal> {
  if (campaign.state === 'completed') return refuse({ kind: 'completed' })
  if (plan.budget < campaign.committed) {
    return refuse({ kind: 'below_committed', committed: campaign.committed })
  }
  if (campaign.state === 'draft') return ok(plan)

  const missing = missingForPublication(plan, now)
  return missing.length > 0 ? refuse({ kind: 'incomplete', missing }) : ok(plan)
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
    case 'incomplete':
      return {
        form: 'A published campaign needs a complete brief. Nothing was saved yet, and what you typed is below.',
        ...Object.fromEntries(refusal.missing.map(({ field, message }) => [field, message])),
      }
  }
}

export const completedText = "This campaign is completed and can't be edited."
