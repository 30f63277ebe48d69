import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { insertEach } from '../../../platform/db/insert-each.ts'
import { expectThat, onConflict, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { partiesOfRow, recordEventForEach } from '../../activity/commands.ts'
import { canOffer } from '../../campaigns/commands.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { Origin } from '../ad-request.ts'
import { firstOfferNotification } from '../notifications.ts'
import { type Offer, otherSide, remindersOf } from '../offer.ts'
import { adRequests, offers } from '../schema.ts'
import { expireRequests } from '../sweep/commands.ts'
import { type DailyLimit, isWithinLimit } from './daily-limit.ts'
import type { Opening } from './queries.ts'

/**
 * Opens a request for each candidate with the same first offer: all of them or none.
 * `already_open`: a candidate has an open request. `blocked`: the campaign or a person has changed, or the campaign has
 * too little left. `too_many`: it would be more than the daily limit.
 */
export function saveOpening(
  db: Database,
  { campaign, sponsorName, candidates }: Opening,
  offer: Offer,
  origin: Origin,
  limit: DailyLimit,
  context: ActionContext,
) {
  const { actor, now } = context
  const count = candidates.length
  const influencerIds = JSON.stringify(candidates.map(({ influencerId }) => influencerId))
  const ofCandidates = sql`from ${adRequests} where campaign_id = ${campaign.id}
    and influencer_id in (select value from json_each(${influencerIds}))`
  // After the insert, these are exactly the new requests: there is at most one open request for each influencer.
  const opened = sql`${ofCandidates} and state = 'pending'`
  const [first] = candidates
  return write(db, [
    // These have expired by the clock. They must be stored as expired before a new request can be opened.
    ...expireRequests(sql`${opened} and closes_at <= ${now}`, campaign.name, now),
    expectThat('blocked', takesRequests(campaign.id, now)),
    expectThat('blocked', canOffer(campaign.id, campaign.version, offer, count)),
    expectThat('too_many', isWithinLimit(limit, count, now)),
    onConflict('already_open', insertRequests(campaign, influencerIds, offer, origin)),
    expectThat('blocked', sql`(select count(*) ${opened}) = ${count}`),
    insertEach(offers, { ...offer, adRequestId: sql`id` }, opened),
    recordEventForEach(
      {
        subject: 'ad_request',
        subjectId: sql`id`,
        kind: origin === 'invitation' ? 'invited' : 'applied',
        actor,
        to: 'pending',
        at: now,
        parties: partiesOfRow,
      },
      opened,
    ),
    ...firstOfferNotification(
      { offer, campaign, sponsorName, influencerName: first?.name ?? '' },
      opened,
      context,
    ),
  ])
}

function takesRequests(campaignId: CampaignId, now: number): SQL {
  return sql`exists (select 1 from ${campaigns} join ${users} on ${users.id} = sponsor_id
    join ${sponsors} on ${sponsors.userId} = sponsor_id
    where ${campaigns.id} = ${campaignId} and state = 'active' and ends_at > ${now}
    and ${campaigns.flaggedAt} is null and ${sponsors.flaggedAt} is null and ${users.status} = 'active')`
}

function insertRequests(
  { id, sponsorId }: Opening['campaign'],
  influencerIds: string,
  offer: Offer,
  origin: Origin,
): SQL {
  return insertEach(
    adRequests,
    {
      campaignId: id,
      sponsorId,
      influencerId: sql`user_id`,
      origin,
      turn: otherSide(offer.madeBy),
      paymentAmount: offer.paymentAmount,
      closesAt: offer.expiresAt,
      remindAt: remindersOf(offer)[0],
      createdAt: offer.madeAt,
    },
    sql`from ${influencers} join ${users} on ${users.id} = user_id
      where user_id in (select value from json_each(${influencerIds})) and flagged_at is null and status = 'active'
      ${origin === 'invitation' ? sql`and availability <> 'closed'` : sql``} order by user_id`,
  )
}
