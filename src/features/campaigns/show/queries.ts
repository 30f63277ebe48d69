import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { AdRequestId, CampaignId, UserId } from '../../../shared/ids.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { type CampaignWithGoals, selectCampaign, selectGoals } from '../queries.ts'

/** A campaign as anybody but its sponsor and admins sees it. */
export interface PublicCampaign extends CampaignWithGoals {
  /** The viewer, if they are an influencer. */
  readonly applicant: Applicant | null
}

export interface Applicant {
  readonly latestRequest: AdRequestId | null
  readonly hasOpenRequest: boolean
  readonly profileFlagged: boolean
}

/** Null if the viewer may not see it. One round trip. */
export async function findPublicCampaign(
  db: Database,
  viewer: Viewer | null,
  id: CampaignId,
  now: number,
): Promise<PublicCampaign | null> {
  const [[campaign], goals, [applicant]] = await db.read([
    selectCampaign(db, viewer, id),
    selectGoals(db, { id }),
    selectApplicant(db, { viewer: viewer?.id ?? null, id, now }),
  ])
  return campaign ? { campaign, goals, applicant: applicant ? toApplicant(applicant) : null } : null
}

const selectApplicant = prepared(
  (orm, { viewer, id, now }: Slots<{ viewer: UserId | null; id: CampaignId; now: number }>) => {
    const theirs = and(eq(adRequests.campaignId, id), eq(adRequests.influencerId, influencers.userId))
    const open = and(theirs, eqLiteral(adRequests.state, 'pending'), gt(adRequests.closesAt, now))
    return orm
      .select({
        flaggedAt: influencers.flaggedAt,
        latestRequest: sql<AdRequestId | null>`(select max(${adRequests.id}) from ${adRequests} where ${theirs})`,
        openRequest: sql<number | null>`(select ${adRequests.id} from ${adRequests} where ${open})`,
      })
      .from(influencers)
      .where(eq(influencers.userId, viewer))
  },
)

type ApplicantRow = Awaited<ReturnType<typeof selectApplicant>>[number]

function toApplicant({ latestRequest, openRequest, flaggedAt }: ApplicantRow): Applicant {
  return { latestRequest, hasOpenRequest: openRequest !== null, profileFlagged: flaggedAt !== null }
}
