import { type AgreedTerms, killFees } from '../../collaborations/terms.ts'
import type { Negotiation } from '../queries.ts'

/** A copy of the latest offer and of what the campaign asks for, for the collaboration. */
export function agreedTerms(
  { adRequest: { latest }, campaign }: Negotiation,
  feePercent: number,
): AgreedTerms {
  const { number, paymentAmount, deliverables, requirements, usageChannels, usageMonths } = latest
  const { timeZone, disclosure, hashtags, mentions, dos, donts } = campaign
  return {
    offerNumber: number,
    paymentAmount,
    deliverables,
    timeZone,
    requirements,
    usageChannels,
    usageMonths,
    disclosure,
    hashtags,
    mentions,
    dos,
    donts,
    killFees,
    feePercent,
  }
}
