import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import type { UserId } from '../../shared/ids.ts'
import { DAY } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { canBeAgreed } from '../ad-requests/flags/conditions.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { activeStates, collaborations } from '../collaborations/schema.ts'
import { channels, influencers } from '../influencers/schema.ts'
import { publicName, sponsors } from '../sponsors/schema.ts'
import type { Situation } from './digest.ts'
import type { OpenCampaign } from './fitting-campaigns.ts'

/** How many people one chunk of the job handles. */
export const PEOPLE = 200

/** How many waiting requests one reminder lists. */
export const MAX_WAITING = 10

/** A campaign is new for this long. */
const NEW = 14 * DAY
const MAX_RECENT = 300

export type DuePerson = Awaited<ReturnType<typeof selectDue>>[number]

/** People whose reminder is due, longest overdue first. */
export function selectDue({ orm }: Database, now: number) {
  return orm
    .select({
      id: users.id,
      role: users.role,
      status: users.status,
      timeZone: users.timeZone,
      nextReminderAt: users.nextReminderAt,
      lastSeenAt: sql<number>`coalesce(${users.lastSeenAt}, ${users.createdAt})`,
    })
    .from(users)
    .where(lte(users.nextReminderAt, now))
    .orderBy(asc(users.nextReminderAt), asc(users.id))
    .limit(PEOPLE)
}

/** What is known about these people, and the newest public campaigns. One round trip. */
export async function readSituations(
  db: Database,
  people: readonly DuePerson[],
  now: number,
): Promise<{ situations: ReadonlyMap<UserId, Situation>; recent: readonly OpenCampaign[] }> {
  const ids = JSON.stringify(people.map(({ id }) => id))
  const [recent, received, sent, deals, profiles, known] = await db.read([
    selectRecentCampaigns(db, now),
    selectWaiting(db, 'influencer', ids, now),
    selectWaiting(db, 'sponsor', ids, now),
    selectDeals(db, ids),
    selectProfiles(db, ids),
    selectKnownCampaigns(db, ids, now),
  ])
  const waiting = Map.groupBy([...received, ...sent], ({ userId }) => userId)
  const dealsBy = Map.groupBy(deals, ({ userId }) => userId)
  const knownBy = Map.groupBy(known, ({ userId }) => userId)
  const profileOf = new Map(profiles.map((profile) => [profile.userId, profile]))
  const situations = people.map(({ id, lastSeenAt, timeZone }): [UserId, Situation] => [
    id,
    {
      lastSeenAt,
      timeZone,
      waiting: waiting.get(id) ?? [],
      deals: dealsBy.get(id) ?? [],
      profile: profileOf.get(id) ?? null,
      knownCampaigns: new Set(knownBy.get(id)?.map(({ campaignId }) => campaignId)),
    },
  ])
  return { situations: new Map(situations), recent }
}

const person = sql`json_each`

function selectWaiting({ orm }: Database, side: 'sponsor' | 'influencer', ids: string, now: number) {
  const [own, other] =
    side === 'influencer'
      ? [adRequests.influencerId, adRequests.sponsorId]
      : [adRequests.sponsorId, adRequests.influencerId]
  const mostUrgent = sql`(select waiting.id from ${adRequests} waiting
    where waiting.${sql.identifier(own.name)} = value and waiting.state = 'pending' and waiting.turn = ${sql.raw(`'${side}'`)}
      and waiting.closes_at > ${now} order by waiting.closes_at limit ${MAX_WAITING})`
  return (
    orm
      .select({
        userId: own,
        id: adRequests.id,
        campaignName: campaigns.name,
        from: publicName,
        paymentAmount: adRequests.paymentAmount,
        closesAt: adRequests.closesAt,
      })
      .from(sql`${person}(${ids})`)
      .innerJoin(adRequests, sql`${adRequests.id} in ${mostUrgent}`)
      .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
      // Nobody can agree to what is flagged, or with somebody who is suspended.
      .innerJoin(users, and(eq(users.id, other), eqLiteral(users.status, 'active')))
      .where(canBeAgreed)
      .orderBy(asc(own), asc(adRequests.closesAt))
  )
}

function selectDeals({ orm }: Database, ids: string) {
  return orm
    .select({
      userId: collaborations.influencerId,
      adRequestId: collaborations.adRequestId,
      campaignName: campaigns.name,
      timeZone: campaigns.timeZone,
      terms: collaborations.terms,
    })
    .from(sql`${person}(${ids})`)
    .innerJoin(
      collaborations,
      sql`${collaborations.influencerId} = value and ${collaborations.state} in ${activeStates}`,
    )
    .innerJoin(campaigns, eq(campaigns.id, collaborations.campaignId))
}

function selectProfiles({ orm }: Database, ids: string) {
  return orm
    .select({
      userId: influencers.userId,
      category: influencers.category,
      niche: influencers.niche,
      platforms: sql`(select json_group_array(distinct platform) from ${channels}
        where ${channels.influencerId} = ${influencers.userId})`.mapWith(campaigns.platforms),
    })
    .from(sql`${person}(${ids})`)
    .innerJoin(influencers, sql`${influencers.userId} = value`)
    .where(isNull(influencers.flaggedAt))
}

function selectRecentCampaigns({ orm }: Database, now: number) {
  return orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      sponsorName: sponsors.companyName,
      category: campaigns.category,
      niche: campaigns.niche,
      platforms: campaigns.platforms,
      publishedAt: sql<number>`${campaigns.publishedAt}`,
    })
    .from(campaigns)
    .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
    .innerJoin(users, and(eq(users.id, campaigns.sponsorId), eqLiteral(users.status, 'active')))
    .where(
      and(
        sql`${campaigns.state} = 'active' and ${campaigns.visibility} = 'public' and ${campaigns.flaggedAt} is null`,
        isNull(sponsors.flaggedAt),
        gt(campaigns.publishedAt, now - NEW),
        gt(campaigns.endsAt, now),
      ),
    )
    .orderBy(desc(campaigns.publishedAt), desc(campaigns.id))
    .limit(MAX_RECENT)
}

function selectKnownCampaigns({ orm }: Database, ids: string, now: number) {
  return orm
    .select({ userId: adRequests.influencerId, campaignId: adRequests.campaignId })
    .from(sql`${person}(${ids})`)
    .innerJoin(adRequests, sql`${adRequests.influencerId} = value`)
    .where(gt(adRequests.createdAt, now - NEW))
}
