import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { AdRequestId, CampaignId, UserId } from '../../../shared/ids.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { selectCampaign, selectGoals, toCampaign, type WithGoals } from '../queries.ts'

/** A campaign as others see it, and what stands between it and the influencer who looks. */
export interface Announcement extends WithGoals {
  readonly standing: {
    readonly latestRequest: AdRequestId | null
    readonly hasOpenRequest: boolean
    readonly profileFlagged: boolean
  } | null
}

/** For everybody else, in one round trip; null when it is not there for this viewer. */
export async function findAnnouncement(
  db: Database,
  viewer: Viewer | null,
  id: CampaignId,
  now: number,
): Promise<Announcement | null> {
  const [[campaign], goals, [standing]] = await db.read([
    selectCampaign(db, viewer, id),
    selectGoals(db, { id }),
    selectStanding(db, { viewer: viewer?.id ?? null, id, now }),
  ])
  return campaign ? { campaign: toCampaign(campaign), goals, standing: toStanding(standing) } : null
}

const selectStanding = prepared(
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

function toStanding(
  row: Awaited<ReturnType<typeof selectStanding>>[number] | undefined,
): Announcement['standing'] {
  if (!row) return null
  const { latestRequest, openRequest, flaggedAt } = row
  return { latestRequest, hasOpenRequest: openRequest !== null, profileFlagged: flaggedAt !== null }
}
