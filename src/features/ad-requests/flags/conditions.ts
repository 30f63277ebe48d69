import { sql } from 'drizzle-orm'
import { campaigns } from '../../campaigns/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { adRequests } from '../schema.ts'

/** In SQL, for a row of `ad_requests`: whether neither it nor its campaign nor one of its two sides is flagged. */
export const canBeAgreed = sql`${adRequests.flaggedAt} is null
  and exists (select 1 from ${campaigns} where id = ${adRequests.campaignId} and flagged_at is null)
  and exists (select 1 from ${sponsors} where user_id = ${adRequests.sponsorId} and flagged_at is null)
  and exists (select 1 from ${influencers} where user_id = ${adRequests.influencerId} and flagged_at is null)`
