import { sql } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import type { AdRequestId, CampaignId, UserId } from '../../shared/ids.ts'
import { influencers } from '../influencers/schema.ts'
import { collaborations } from './schema.ts'
import { type AgreedTerms, FUNDING_TIME } from './terms.ts'

interface NewCollaboration {
  readonly adRequestId: AdRequestId
  readonly campaignId: CampaignId
  readonly sponsorId: UserId
  readonly influencerId: UserId
  readonly terms: AgreedTerms
  readonly now: number
}

/** The statement that creates a collaboration, for the batch that makes the agreement. */
export function insertCollaboration({ terms, now, ...parties }: NewCollaboration) {
  return mutation.insert(collaborations).values({
    ...parties,
    terms,
    paymentAmount: terms.paymentAmount,
    influencerReach: sql`(select ${influencers.reach} from ${influencers} where ${influencers.userId} = ${parties.influencerId})`,
    fundingDueAt: now + FUNDING_TIME,
    createdAt: now,
  })
}
