import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectThat, type Guarded, onConflict, write } from '../../../platform/db/write.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { formatMoney } from '../../../shared/money.ts'
import { users } from '../../accounts/schema.ts'
import { events } from '../../activity/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { notifyEach } from '../../notifications/commands.ts'
import type { ActionContext } from '../act.ts'
import type { Origin } from '../ad-request.ts'
import { toOfferRow } from '../commands.ts'
import { type Offer, otherSide } from '../offer.ts'
import { adRequests, offers } from '../schema.ts'
import type { Candidate, Opening } from './queries.ts'

/**
 * Opens one request for each influencer with the same first offer: all of them or none.
 * `already_open`: one of the pairs has an open request. `no_room`: campaign or people changed meanwhile.
 */
export function saveOpening(
  db: Database,
  { campaign, candidates }: Opening,
  offer: Offer,
  origin: Origin,
  act: ActionContext,
) {
  const ids = JSON.stringify(candidates.map(({ influencerId }) => influencerId))
  return write(db, [
    ...closeExpired(campaign.id, ids, act.now),
    expectThat('no_room', takesRequests(campaign.id, act.now)),
    onConflict('already_open', insertRequests(campaign, ids, offer, origin)),
    expectThat('no_room', sql`(select count(*) ${opened(campaign.id, ids)}) = ${candidates.length}`),
    insertOffers(campaign.id, ids, offer),
    sql`insert into ${events} (subject, subject_id, kind, actor_id, to_state, at)
      select 'ad_request', id, ${origin === 'invitation' ? 'invited' : 'applied'}, ${act.actor}, 'pending', ${act.now}
      ${opened(campaign.id, ids)}`,
    ...tellOthers(campaign, candidates, ids, offer, act),
  ])
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
    select ${campaign.id}, ${campaign.sponsorId}, user_id, ${origin}, ${otherSide(offer.madeBy)},
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
    select id, ${row.number}, ${row.madeBy}, ${row.paymentAmount}, ${JSON.stringify(row.deliverables)},
      ${row.requirements}, ${JSON.stringify(row.usageChannels)}, ${row.usageMonths}, ${row.message},
      ${row.madeAt}, ${row.expiresAt}
    ${opened(campaignId, ids)}`
}

function tellOthers(
  campaign: Opening['campaign'],
  candidates: readonly Candidate[],
  ids: string,
  offer: Offer,
  act: ActionContext,
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
