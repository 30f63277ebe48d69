import type { Client } from '@libsql/client/http'
import { offerLifetimes } from '../../src/features/ad-requests/offer.ts'
import { campaignIndex, influencerIndex } from '../../src/features/discovery/index/definition.ts'
import { normalizeHandle } from '../../src/features/influencers/channels/handle.ts'
import { platformKeys } from '../../src/shared/taxonomy.ts'
import { HOUR } from '../../src/shared/time.ts'

const influencerOrders = Object.keys(influencerIndex.sorts).map((sort) => `by_${sort}`)
const campaignOrders = Object.keys(campaignIndex.sorts).map((sort) => `by_${sort}`)
const influencerKeys = (id: string) => [id, ...influencerOrders].join(', ')
const campaignKeys = (id: string) => [id, ...campaignOrders].join(', ')

/**
 * Rules for all demo data, of any size and seed. Each query selects the rows that break the rule, so it must find
 * none. `:now` is the moment that the data was made for.
 */
export const violations: Readonly<Record<string, string>> = {
  'a request has the amount of its latest offer, and it is the other side’s turn': `
    select r.id from ad_requests r join offers o on o.ad_request_id = r.id and o.number = r.offer_number
    where o.payment_amount <> r.payment_amount or o.made_by = r.turn`,

  'offers are numbered from 1 without a gap': `
    select r.id from ad_requests r join offers o on o.ad_request_id = r.id
    group by r.id having min(number) <> 1 or max(number) <> count(*) or max(number) <> r.offer_number`,

  'a request has the time of its first answer': `
    select r.id from ad_requests r left join (select subject_id, min(at) as at from events
      where subject = 'ad_request' and kind in ('accepted', 'rejected', 'countered') group by subject_id) answer
    on answer.subject_id = r.id where first_answered_at is not answer.at`,

  'every request has an offer': `
    select id from ad_requests where id not in (select ad_request_id from offers)`,

  'an open request closes when its latest offer expires': `
    select r.id from ad_requests r join offers o on o.ad_request_id = r.id and o.number = r.offer_number
    where state = 'pending' and closes_at <> expires_at`,

  'a closed request was closed before its latest offer expired, or when it did': `
    select r.id from ad_requests r join offers o on o.ad_request_id = r.id and o.number = r.offer_number
    where state <> 'pending' and (closes_at > :now or closes_at <= made_at
      or (state = 'expired' and closes_at <> expires_at) or (state <> 'expired' and closes_at >= expires_at))`,

  'an offer has one of the lifetimes, and never outlives its campaign': `
    select o.id from offers o join ad_requests r on r.id = ad_request_id join campaigns c on c.id = campaign_id
    where made_at > :now or expires_at > ends_at or (expires_at <> ends_at
      and (expires_at - made_at) not in (${offerLifetimes.map((hours) => hours * HOUR)}))`,

  'a counteroffer is made before the previous offer expires, and differs from it': `
    select o.id from offers o join offers b on b.ad_request_id = o.ad_request_id and b.number = o.number - 1
    where o.made_at <= b.made_at or o.made_at >= b.expires_at
      or (o.payment_amount = b.payment_amount and o.deliverables = b.deliverables)`,

  'the first offer of an invitation is by the sponsor, of an application by the influencer': `
    select r.id from ad_requests r join offers o on o.ad_request_id = r.id and number = 1
    where made_by <> iif(origin = 'invitation', 'sponsor', 'influencer') or made_at <> created_at`,

  'deliverables are due after the offer and before the campaign ends': `
    select o.id from offers o join ad_requests r on r.id = ad_request_id join campaigns c on c.id = campaign_id,
      json_each(o.deliverables) d
    where d.value ->> 'dueDate' > end_date or d.value ->> 'count' < 1
      or d.value ->> 'dueDate' < date(made_at / 1000 - 86400, 'unixepoch')`,

  'every accepted request has a collaboration, and no other request has one': `
    select r.id from ad_requests r left join collaborations k on k.ad_request_id = r.id
    where (r.state = 'accepted') <> (k.id is not null)`,

  'every agreement for one kind of deliverable has its price, and no other has one': `
    select k.id from collaborations k left join agreed_prices p on p.ad_request_id = k.ad_request_id
      join (select k.id, min(d.value ->> 'kind') as kind, count(distinct d.value ->> 'kind') as kinds,
          sum(d.value ->> 'count') as pieces
        from collaborations k, json_each(k.terms, '$.deliverables') d group by k.id) d on d.id = k.id
    where (p.ad_request_id is not null) <> (d.kinds = 1 and k.payment_amount > 0)
      or p.kind <> d.kind or abs(p.unit_price * d.pieces - k.payment_amount) > d.pieces
      or p.sponsor_id <> k.sponsor_id or p.influencer_id <> k.influencer_id or p.agreed_at <> k.created_at`,

  'a collaboration keeps the terms of the offer that was accepted': `
    select k.id from collaborations k join ad_requests r on r.id = k.ad_request_id
      join offers o on o.ad_request_id = r.id and o.number = r.offer_number
    where k.payment_amount <> o.payment_amount or k.terms ->> 'paymentAmount' <> o.payment_amount
      or k.terms ->> 'offerNumber' <> o.number
      or k.terms ->> 'timeZone' <> (select time_zone from campaigns where id = k.campaign_id) or k.terms -> 'deliverables' <> json(o.deliverables)
      or k.created_at <> r.closes_at or k.funding_due_at <> k.created_at + 259200000
      or (k.state = 'awaiting_funding') <> (k.funding_due_at > :now)`,

  'committed and paid amounts are the sums of the collaborations': `
    select c.id from campaigns c left join collaborations k on k.campaign_id = c.id group by c.id
    having committed <> coalesce(sum(k.payment_amount), 0) or committed > budget
      or paid <> coalesce(sum(iif(k.state = 'completed', k.payment_amount, 0)), 0)`,

  'requests are made only between the publication and the end of a campaign': `
    select r.id from ad_requests r join campaigns c on c.id = campaign_id
    where published_at is null or r.created_at < published_at or r.created_at >= ends_at
      or (visibility = 'private' and origin = 'application') or c.sponsor_id <> r.sponsor_id`,

  'a paused or flagged campaign has no new requests or agreements': `
    select r.id from ad_requests r join campaigns c on c.id = r.campaign_id
      left join events e on subject = 'campaign' and subject_id = c.id and kind = 'paused' and c.state = 'paused'
    where max(r.created_at, iif(r.state = 'accepted', closes_at, 0)) >= coalesce(c.flagged_at, e.at, ends_at)`,

  'nobody negotiates who is flagged, suspended or not approved yet': `
    select r.id from ad_requests r join users i on i.id = influencer_id join influencers p on p.user_id = i.id
      join users s on s.id = sponsor_id join sponsors b on b.user_id = s.id
    where i.status <> 'active' or s.status <> 'active' or coalesce(p.flagged_at, b.flagged_at) is not null
      or r.created_at < i.created_at or r.created_at < answered_at`,

  'every rejection has a reason, and no other request has one': `
    select id from ad_requests where (state = 'rejected') <> (rejection_reason is not null)
      or rejection_reason not in ('budget', 'fit', 'timing', 'terms', 'other')`,

  'followers, reach and lowest price match the channels and rates': `
    select i.user_id from influencers i join channels c on influencer_id = user_id group by user_id
    having i.followers <> sum(c.followers)
      or reach <> sum(cast(round(c.followers * min(1.0, posts_last_30_days / 8.0)) as integer))
      or lowest_price is not (select min(price) from rates where influencer_id = user_id)`,

  'the engagement rate is the mean of the channels’ rates, weighted by followers': `
    select i.user_id from influencers i join channels c on influencer_id = user_id group by user_id
    having abs(engagement_rate - sum((average_likes + average_comments) * 1.0 / c.followers * c.followers)
      / sum(c.followers)) > 1e-9`,

  'a campaign has its sponsor’s time zone, and lasts about as long as its days': `
    select c.id from campaigns c join users u on u.id = sponsor_id where c.time_zone <> u.time_zone
      or abs(ends_at - starts_at - (julianday(end_date) - julianday(start_date) + 1) * 86400000) > 3600000`,

  'a published campaign is complete': `
    select id from campaigns where state <> 'draft' and (brief = '' or category is null or niche is null
      or platforms = '[]' or wanted_deliverables = '[]' or starts_at is null or ends_at is null or budget = 0
      or published_at is null)`,

  'only pending sponsors are unanswered, and only rejected ones have a reason': `
    select id from users join sponsors on user_id = id
    where (status = 'pending') <> (answered_at < submitted_at) or (status = 'rejected') <> (status_reason is not null)`,

  'every change of a request has an event': `
    select r.id from ad_requests r join events on subject = 'ad_request' and subject_id = r.id group by r.id
    having count(*) <> version or min(at) <> r.created_at or sum(kind in ('invited', 'applied')) <> 1
      or sum(kind in ('countered', 'edited')) <> offer_number - 1
      or sum(kind = state) <> (state <> 'pending')`,

  'ids of events of one thing are in chronological order': `
    select id from (select id, at, lag(at) over (partition by subject, subject_id order by id) as before from events)
    where before > at or at > :now`,

  'a person’s notifications are in chronological order, and read after they were created': `
    select id from (select *, lag(created_at) over (partition by user_id order by id) as before from notifications)
    where before > created_at or read_at < created_at or read_at > :now or created_at > :now`,

  'messages are by the two sides, in chronological order': `
    select id from (select m.*, r.sponsor_id, r.influencer_id, r.created_at,
        lag(sent_at) over (partition by ad_request_id order by m.id) as before
      from messages m join ad_requests r on r.id = ad_request_id)
    where before > sent_at or sent_at < created_at or sent_at > :now or author_id not in (sponsor_id, influencer_id)`,

  'a rating is between 1 and 5, and has a count': `
    select user_id as id from influencers
    where (rating is null) <> (rating_count = 0) or rating not between 1 and 5 or rating_count < 0`,

  'only influencers who can be found have sort keys, one for each order': `
    select id from (select ${influencerKeys('id')} from influencer_documents
      except select ${influencerKeys('id')} from influencer_sort_keys)
    union all select id from (select ${influencerKeys('id')} from influencer_sort_keys
      except select ${influencerKeys('id')} from influencer_documents)`,

  'only campaigns that can be found have sort keys, one for each order': `
    select id from (select ${campaignKeys('id')} from campaign_documents
      except select ${campaignKeys('id')} from campaign_sort_keys)
    union all select id from (select ${campaignKeys('id')} from campaign_sort_keys
      except select ${campaignKeys('id')} from campaign_documents)`,

  'each index has exactly one row for each sort key of its order': [
    ...influencerOrders.map((order) => ({
      index: `influencers_${order}`,
      sortKeys: 'influencer_sort_keys',
      order,
    })),
    ...campaignOrders.map((order) => ({
      index: `campaigns_${order}`,
      sortKeys: 'campaign_sort_keys',
      order,
    })),
  ]
    .map(
      ({ index, sortKeys, order }) => `
    select '${index}' as id from ${sortKeys} where ${order} not in (select rowid from ${index})
    union all select '${index}' from ${index} where rowid not in (select ${order} from ${sortKeys})`,
    )
    .join(' union all '),

  'what is flagged has one flag that stands, from the same moment': `
    select id from (
      select 'user' as subject, user_id as id, flagged_at from influencers where flagged_at is not null
      union all select 'user', user_id, flagged_at from sponsors where flagged_at is not null
      union all select 'campaign', id, flagged_at from campaigns where flagged_at is not null
      union all select 'ad_request', id, flagged_at from ad_requests where flagged_at is not null
      union all select 'message', id, flagged_at from messages where flagged_at is not null
    ) things
    where (select count(*) from flags where flags.subject = things.subject and subject_id = things.id
      and state <> 'lifted' and flags.flagged_at = things.flagged_at) <> 1`,

  'a flag was set after the thing was there, and has an event for each decision': `
    select f.id from flags f where flagged_at > coalesce(decided_at, :now) or decided_at > :now
      or (select count(*) from events e where e.subject = f.subject and e.subject_id = f.subject_id
        and (kind = 'flagged' and at = flagged_at or kind in ('unflagged', 'flag_kept') and at = decided_at))
        <> 1 + (decided_at is not null)`,

  'a case has reports by others than its owner, which are open as long as it is': `
    select c.id from abuse_cases c left join abuse_reports r on r.case_id = c.id group by c.id
    having report_count = 0 or report_count <> count(r.id) or sum(reporter_id = owner_id) > 0
      or sum((c.state = 'open') <> (r.outcome = 'open')) > 0 or opened_at > coalesce(closed_at, :now) or closed_at > :now`,

  'a case knows whether somebody who reported it has reported in bad faith': `
    select c.id from abuse_cases c where has_doubtful <> exists (
      select 1 from abuse_reports r join abuse_reports theirs on theirs.reporter_id = r.reporter_id
      where r.case_id = c.id and theirs.outcome = 'abusive')`,

  'ids of requests are in chronological order': `
    select id from (select id, created_at, lag(created_at) over (order by id) as before from ad_requests)
    where before > created_at`,
}

/** The ids of channels whose handle is not in the form in which handles are stored. */
export async function handlesInOtherForms(client: Client): Promise<unknown[]> {
  const { rows } = await client.execute('select id, platform, handle from channels')
  return rows
    .filter(({ platform, handle }) => {
      const known = platformKeys.find((key) => key === platform)
      return known === undefined || normalizeHandle(known, String(handle)) !== handle
    })
    .map(({ id, platform, handle }) => `${id}: ${handle} on ${platform}`)
}
