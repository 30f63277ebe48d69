import type { Terms } from './offer.ts'
import type { Negotiation } from './queries.ts'

/** What a collaboration keeps of the terms: the accepted offer and what the campaign asked for at that moment. */
export interface AgreedTerms extends Terms {
  readonly offerNumber: number
  readonly disclosure: string
  readonly hashtags: string
  readonly mentions: string
  readonly dos: string
  readonly donts: string
  readonly killFees: typeof killFees
}

/** The frozen copy: the latest offer and what the campaign asks of every post, as both stand now. */
export function agreedTerms({ adRequest: { latest }, about }: Negotiation): AgreedTerms {
  return {
    offerNumber: latest.number,
    paymentAmount: latest.paymentAmount,
    deliverables: latest.deliverables,
    requirements: latest.requirements,
    usageChannels: latest.usageChannels,
    usageMonths: latest.usageMonths,
    disclosure: about.disclosure,
    hashtags: about.hashtags,
    mentions: about.mentions,
    dos: about.dos,
    donts: about.donts,
    killFees,
  }
}

/** What is due when a collaboration is called off, in per cent of the payment; shown before agreeing. */
export const killFees = { before: 0, in_progress: 25, draft: 50, approved: 100 } as const
