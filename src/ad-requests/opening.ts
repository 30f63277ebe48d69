import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/schema.ts'
import type { Database } from '../db/database.ts'
import { constrained, type Guarded, mustHold, write } from '../db/write.ts'
import { events } from '../history/schema.ts'
import { notifyEach } from '../notices/notify.ts'
import { influencers, sponsors, users } from '../people/schema.ts'
import { routes } from '../routes.ts'
import type { CampaignId, UserId } from '../shared/ids.ts'
import { formatMoney } from '../shared/money.ts'
import { MINUTE } from '../shared/time.ts'
import type { Act } from './act.ts'
import type { Origin } from './ad-request.ts'
import type { Situation } from './obstacle.ts'
import type { Offer } from './offer.ts'
import { otherSide } from './offer.ts'
import { toOfferRow } from './save.ts'
import { adRequests, offers } from './schema.ts'

/** A campaign and the influencers that are to be tied to it, as `open` needs to know them. */
export interface Opening {
  readonly campaign: typeof campaigns.$inferSelect
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly influencerId: UserId
  readonly name: string
  readonly situation: Situation
  /** A request of the pair that is open already. */
  readonly openRequest: number | null
}

/** At most so many are invited at once. */
export const MOST_INVITED = 50

/** Campaign and candidates in one round trip. The caller says by `visible` which campaigns the viewer may tie. */
export async function findOpening(
  db: Database,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  visible: SQL | undefined,
  now: number,
): Promise<Opening | null> {
  const [[found], candidates] = await db.read([
    db.orm
      .select({ campaign: campaigns, sponsorName: sponsors.company_name, sponsorStatus: users.status })
      .from(campaigns)
      .innerJoin(sponsors, eq(sponsors.user_id, campaigns.sponsor_id))
      .innerJoin(users, eq(users.id, campaigns.sponsor_id))
      .where(and(eq(campaigns.id, campaignId), visible)),
    selectCandidates(db, campaignId, influencerIds, now),
  ])
  if (!found) return null
  const { campaign, sponsorName, sponsorStatus } = found
  const around = {
    campaign: { ...campaign, flagged: campaign.flagged_at !== null, endsAt: campaign.ends_at },
    sponsor: { name: sponsorName, active: sponsorStatus === 'active' },
  }
  return { campaign, candidates: candidates.map((row) => toCandidate(row, around)) }
}

/**
 * Opens one request for each influencer with the same first offer: all of them or none.
 * `already_open`: one of the pairs has an open request. `no_room`: campaign or people changed meanwhile.
 */
export function saveOpening(
  db: Database,
  { campaign, candidates }: Opening,
  offer: Offer,
  origin: Origin,
  act: Act,
) {
  const ids = JSON.stringify(candidates.map(({ influencerId }) => influencerId))
  return write(db, [
    ...closeExpired(campaign.id, ids, act.now),
    mustHold('no_room', takesRequests(campaign.id, act.now)),
    constrained('already_open', insertRequests(campaign, ids, offer, origin)),
    mustHold('no_room', sql`(select count(*) ${opened(campaign.id, ids)}) = ${candidates.length}`),
    insertOffers(campaign.id, ids, offer),
    sql`insert into ${events} (subject, subject_id, kind, actor_id, to_state, at)
      select 'ad_request', id, ${origin === 'invitation' ? 'invited' : 'applied'}, ${act.actor}, 'pending', ${act.now}
      ${opened(campaign.id, ids)}`,
    ...tellOthers(campaign, candidates, ids, offer, act),
  ])
}

/**
 * Whether each of these pairs was asked just this a moment ago: then the form was sent twice, and the first time did
 * what it was to do. As with messages, a minute later it is meant anew.
 */
export async function wasSentBefore(
  db: Database,
  { campaign, candidates }: Opening,
  offer: Offer,
): Promise<boolean> {
  const ids = candidates.map(({ influencerId }) => influencerId)
  const recent = await db.orm
    .select({ influencerId: adRequests.influencer_id, offer: offers })
    .from(adRequests)
    .innerJoin(offers, and(eq(offers.ad_request_id, adRequests.id), eq(offers.number, offer.number)))
    .where(
      and(
        eq(adRequests.campaign_id, campaign.id),
        inArray(adRequests.influencer_id, ids),
        gt(adRequests.created_at, offer.madeAt - MINUTE),
      ),
    )
  const asked = textOf(toOfferRow(offer))
  const told = recent.filter((row) => textOf(row.offer) === asked).map(({ influencerId }) => influencerId)
  return ids.every((id) => told.includes(id))
}

// What an offer says, whenever it was said.
function textOf(row: Omit<ReturnType<typeof toOfferRow>, 'made_at' | 'expires_at'>): string {
  const { made_by, payment_amount, deliverables, requirements, usage_channels, usage_months, message } = row
  return JSON.stringify([
    ...[made_by, payment_amount, requirements, usage_months, message],
    ...[deliverables, usage_channels],
  ])
}

function selectCandidates(
  db: Database,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  now: number,
) {
  return db.orm
    .select({
      influencerId: users.id,
      name: users.display_name,
      status: users.status,
      flaggedAt: influencers.flagged_at,
      openRequest: sql<number | null>`(select id from ${adRequests} where campaign_id = ${campaignId}
        and influencer_id = ${users.id} and state = 'pending' and closes_at > ${now})`,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.user_id))
    .where(inArray(influencers.user_id, [...influencerIds]))
    .orderBy(users.display_name)
    .limit(MOST_INVITED + 1)
}

type CandidateRow = Awaited<ReturnType<typeof selectCandidates>>[number]

function toCandidate(row: CandidateRow, around: Omit<Situation, 'influencer'>): Candidate {
  const influencer = { name: row.name, active: row.status === 'active', flagged: row.flaggedAt !== null }
  return {
    influencerId: row.influencerId,
    name: row.name,
    openRequest: row.openRequest,
    situation: { ...around, influencer },
  }
}

// The clock has ended them already; now that the pair starts anew, the rows say so too.
function closeExpired(campaignId: CampaignId, ids: string, now: number): SQL[] {
  const expired = sql`campaign_id = ${campaignId} and influencer_id in (select value from json_each(${ids}))
    and state = 'pending' and closes_at <= ${now}`
  return [
    sql`insert into ${events} (subject, subject_id, kind, from_state, to_state, at)
      select 'ad_request', id, 'expired', 'pending', 'expired', closes_at from ${adRequests} where ${expired}`,
    sql`update ${adRequests} set state = 'expired', version = version + 1 where ${expired}`,
  ]
}

function takesRequests(campaignId: CampaignId, now: number): SQL {
  return sql`exists (select 1 from ${campaigns} join ${users} on ${users.id} = sponsor_id
    where ${campaigns.id} = ${campaignId} and state = 'active' and flagged_at is null and ends_at > ${now}
    and ${users.status} = 'active')`
}

function insertRequests(campaign: Opening['campaign'], ids: string, offer: Offer, origin: Origin): SQL {
  return sql`insert into ${adRequests}
      (campaign_id, sponsor_id, influencer_id, origin, turn, payment_amount, closes_at, created_at)
    select ${campaign.id}, ${campaign.sponsor_id}, user_id, ${origin}, ${otherSide(offer.madeBy)},
      ${offer.paymentAmount}, ${offer.expiresAt}, ${offer.madeAt}
    from ${influencers} join ${users} on ${users.id} = user_id
    where user_id in (select value from json_each(${ids})) and flagged_at is null and status = 'active'
    order by user_id`
}

// The open requests of these pairs: there is one for each, and after the insert it is ours.
function opened(campaignId: CampaignId, ids: string): SQL {
  return sql`from ${adRequests} where campaign_id = ${campaignId} and state = 'pending'
    and influencer_id in (select value from json_each(${ids}))`
}

function insertOffers(campaignId: CampaignId, ids: string, offer: Offer): SQL {
  const row = toOfferRow(offer)
  return sql`insert into ${offers} (ad_request_id, number, made_by, payment_amount, deliverables, requirements,
      usage_channels, usage_months, message, made_at, expires_at)
    select id, ${row.number}, ${row.made_by}, ${row.payment_amount}, ${JSON.stringify(row.deliverables)},
      ${row.requirements}, ${JSON.stringify(row.usage_channels)}, ${row.usage_months}, ${row.message},
      ${row.made_at}, ${row.expires_at}
    ${opened(campaignId, ids)}`
}

function tellOthers(
  campaign: Opening['campaign'],
  candidates: readonly Candidate[],
  ids: string,
  offer: Offer,
  act: Act,
): (SQL | Guarded<never>)[] {
  const amount = formatMoney(offer.paymentAmount, act.currency)
  const [first] = candidates
  const invited = offer.madeBy === 'sponsor'
  return notifyEach(opened(campaign.id, ids), invited ? sql`influencer_id` : sql`sponsor_id`, {
    kind: invited ? 'ad_request_invitation' : 'ad_request_application',
    subject: sql`'ad_request:' || id`,
    period: offer.number,
    title: invited
      ? `${first?.situation.sponsor.name} invites you to ${campaign.name}: ${amount}`
      : `${first?.name} applies to ${campaign.name} and asks for ${amount}`,
    body: offer.message,
    path: sql`${routes.adRequests.index.href()} || '/' || id`,
    at: act.now,
  })
}
