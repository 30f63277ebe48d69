import type { Cents } from '../../shared/money.ts'
import type { UsageChannel } from '../../shared/taxonomy.ts'
import { DAY } from '../../shared/time.ts'
import type { AgreedDeliverable } from '../ad-requests/schema.ts'

/** The terms of a collaboration, frozen: the accepted offer, and what the campaign asked for at that time. */
export interface AgreedTerms {
  readonly offerNumber: number
  readonly paymentAmount: Cents
  readonly deliverables: readonly AgreedDeliverable[]
  /** The campaign's at that time. Each deliverable is due by the end of its day in this time zone. */
  readonly timeZone: string
  readonly requirements: string
  readonly usageChannels: readonly UsageChannel[]
  readonly usageMonths: number
  readonly disclosure: string
  readonly hashtags: string
  readonly mentions: string
  readonly dos: string
  readonly donts: string
  readonly killFees: typeof killFees
  /** What Parley keeps of the payment, as it was shown before agreeing. */
  readonly feePercent: number
}

/** What a sponsor owes if a collaboration is canceled: a percentage of the payment for each stage of the work. */
export const killFees = { before: 0, in_progress: 25, draft: 50, approved: 100 } as const

/** What Parley keeps of a payment, in cents. */
export function platformFee(payment: Cents, feePercent: number): Cents {
  return Math.round((payment * feePercent) / 100) as Cents
}

/** The cancellation fees in words. */
export function killFeesText(fees: Readonly<Record<keyof typeof killFees, number>>): string {
  return [
    `${fees.before}% before work starts`,
    `${fees.in_progress}% once work is in progress`,
    `${fees.draft}% after a draft is submitted`,
    `${fees.approved}% after approval`,
  ].join(', ')
}

/** How long a collaboration waits for funding before it lapses, in milliseconds. */
export const FUNDING_TIME = 3 * DAY
