import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral, literals } from '../../../platform/db/literals.ts'
import { DAY } from '../../../shared/time.ts'
import { users } from '../../accounts/schema.ts'
import { adRequests, offers } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { activeStates, collaborations } from '../../collaborations/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { calendarFeeds } from '../schema.ts'

/** More than anybody has open at a time, and little enough for a calendar to load. */
const MAX_ROWS = 500

/** What has passed stays in the calendar for this long. */
const KEPT = 90 * DAY

type Rows<Select extends (...args: never[]) => PromiseLike<readonly unknown[]>> = Awaited<
  ReturnType<Select>
>[number]

export type OpenOffer = Rows<typeof selectOpenOffers>
export type DatedCampaign = Rows<typeof selectOwnCampaigns>
export type ActiveDeal = Rows<typeof selectDeals>

/**
 * Everything in the calendar with this token, in one round trip. Null if there is none, or if its owner may not use
 * Parley. `now` is milliseconds UTC.
 */
export async function readCalendar(db: Database, token: string, now: number) {
  const [[owner], sponsorOffers, influencerOffers, ownCampaigns, sponsorDeals, influencerDeals] =
    await db.read([
      selectOwner(db, token),
      selectOpenOffers(db, token, 'sponsor', now),
      selectOpenOffers(db, token, 'influencer', now),
      selectOwnCampaigns(db, token, now),
      selectDeals(db, token, 'sponsor'),
      selectDeals(db, token, 'influencer'),
    ])
  return owner
    ? { offers: [...sponsorOffers, ...influencerOffers], ownCampaigns, sponsorDeals, influencerDeals }
    : null
}

function selectOwner(db: Database, token: string) {
  return db.orm
    .select({ id: users.id })
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .where(and(eq(calendarFeeds.token, token), eqLiteral(users.status, 'active')))
}

// The offers that the owner has to answer, as this side.
function selectOpenOffers(db: Database, token: string, side: 'sponsor' | 'influencer', now: number) {
  return db.orm
    .select({
      adRequestId: adRequests.id,
      campaignName: campaigns.name,
      from: side === 'sponsor' ? users.displayName : sponsors.companyName,
      madeAt: offers.madeAt,
      closesAt: adRequests.closesAt,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .innerJoin(users, eq(users.id, adRequests.influencerId))
    .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
    .innerJoin(offers, and(eq(offers.adRequestId, adRequests.id), eq(offers.number, adRequests.offerNumber)))
    .where(
      and(
        eq(side === 'sponsor' ? adRequests.sponsorId : adRequests.influencerId, ownerOf(token)),
        eqLiteral(adRequests.state, 'pending'),
        eqLiteral(adRequests.turn, side),
        gt(adRequests.closesAt, now),
      ),
    )
    .orderBy(adRequests.closesAt)
    .limit(MAX_ROWS)
}

function selectOwnCampaigns(db: Database, token: string, now: number) {
  return db.orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      startDate: campaigns.startDate,
      endDate: campaigns.endDate,
    })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.sponsorId, ownerOf(token)),
        sql`${campaigns.state} in ${literals(['active', 'paused', 'completed'])}`,
        gt(campaigns.endsAt, now - KEPT),
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(MAX_ROWS)
}

function selectDeals(db: Database, token: string, side: 'sponsor' | 'influencer') {
  return db.orm
    .select({
      id: collaborations.id,
      adRequestId: collaborations.adRequestId,
      terms: collaborations.terms,
      agreedAt: collaborations.createdAt,
      influencerName: users.displayName,
      campaign: {
        id: campaigns.id,
        name: campaigns.name,
        startDate: campaigns.startDate,
        endDate: campaigns.endDate,
      },
    })
    .from(collaborations)
    .innerJoin(campaigns, eq(campaigns.id, collaborations.campaignId))
    .innerJoin(users, eq(users.id, collaborations.influencerId))
    .where(
      and(
        eq(side === 'sponsor' ? collaborations.sponsorId : collaborations.influencerId, ownerOf(token)),
        sql`${collaborations.state} in ${literals(activeStates)}`,
      ),
    )
    .orderBy(desc(collaborations.state), desc(collaborations.id))
    .limit(MAX_ROWS)
}

function ownerOf(token: string): SQL {
  return sql`(select ${calendarFeeds.userId} from ${calendarFeeds} where ${calendarFeeds.token} = ${token})`
}
