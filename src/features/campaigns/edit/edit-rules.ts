import { type Cents, formatMoney } from '../../../shared/money.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import type { Campaign, Plan } from '../campaign.ts'
import { type Missing, missingForPublication } from '../completeness.ts'

export type EditRefusal =
  | { readonly kind: 'completed' }
  | { readonly kind: 'below_committed'; readonly committed: Cents }
  | { readonly kind: 'incomplete'; readonly missing: readonly Missing[] }

/**
 * What a sponsor may change: a draft in every way, a published campaign as long as it stays complete and its
 * last day is not over, a completed one not at all. The budget never goes below what is committed.
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

/** The refusal by form field, `form` for the whole. */
export function explainEdit(refusal: EditRefusal, currency: string): Record<string, string> {
  switch (refusal.kind) {
    case 'completed':
      return { form: 'This campaign is completed, so nothing in it changes any more.' }
    case 'below_committed':
      return {
        budget: `${formatMoney(refusal.committed, currency)} is agreed already: the budget cannot be less.`,
      }
    case 'incomplete':
      return {
        form: 'A published campaign needs all of its brief. Nothing was saved, and what you typed is kept.',
        ...Object.fromEntries(refusal.missing.map(({ field, why }) => [field, why])),
      }
  }
}
