import type { InStatement } from '@libsql/client/http'
import { FUNDING_TIME, killFees } from '../../src/features/collaborations/terms.ts'
import { routes } from '../../src/routes.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { influencerId } from './influencers.ts'
import { MAX_BUSY, type Plan } from './plan.ts'

/** Statements that derive more rows from those of a crowd. Run them in this order. */
export function derivedRows(plan: Plan): { name: string; statement: InStatement }[] {
  const { first, counts, now } = plan
  const args = {
    user: first.user,
    busy: influencerId(plan, Math.min(counts.influencers, MAX_BUSY)),
    campaign: first.campaign,
    request: first.request,
    now,
    hour: HOUR,
    recently: now - 30 * DAY,
    fundingTime: FUNDING_TIME,
    killFees: JSON.stringify(killFees),
    path: `${routes.adRequests.index.href()}/`,
  }
  return Object.entries(statements).map(([name, sql]) => {
    const used = Object.entries(args).filter(([key]) => new RegExp(`:${key}\\b`).test(sql))
    return { name, statement: { sql, args: Object.fromEntries(used) } }
  })
}

const statements = {
  collaborations: `
    insert into collaborations
      (ad_request_id, campaign_id, sponsor_id, influencer_id, state, terms, payment_amount,
        influencer_reach, funding_due_at, created_at)
    select r.id, r.campaign_id, r.sponsor_id, r.influencer_id,
      case when closes_at + :fundingTime > :now then 'awaiting_funding'
        when c.state = 'completed' then 'completed' else 'in_progress' end,
      json_object('offerNumber', o.number, 'paymentAmount', o.payment_amount, 'deliverables', json(o.deliverables),
        'requirements', o.requirements, 'usageChannels', json(o.usage_channels), 'usageMonths', o.usage_months,
        'timeZone', c.time_zone,
        'disclosure', c.disclosure, 'hashtags', c.hashtags, 'mentions', c.mentions, 'dos', c.dos, 'donts', c.donts,
        'killFees', json(:killFees), 'feePercent', 10),
      r.payment_amount, i.reach, closes_at + :fundingTime, closes_at
    from ad_requests r join campaigns c on c.id = r.campaign_id
      join offers o on o.ad_request_id = r.id and o.number = r.offer_number
      join influencers i on i.user_id = r.influencer_id
    where r.state = 'accepted' and r.id >= :request`,

  totals: `
    update campaigns set committed = total, paid = done
    from (select campaign_id, sum(payment_amount) as total, sum(iif(state = 'completed', payment_amount, 0)) as done
      from collaborations where ad_request_id >= :request group by campaign_id)
    where campaigns.id = campaign_id`,

  'activity of people': `
    insert into events (subject, subject_id, kind, actor_id, to_state, at)
    select 'user', id, 'signed_up', id, iif(role = 'sponsor', 'pending', 'active'), created_at
    from users where id >= :user and id < :busy order by created_at`,

  'activity of campaigns': `
    insert into events (subject, subject_id, kind, actor_id, from_state, to_state, at)
    select * from (
      select 'campaign', id, 'created', sponsor_id, null, 'draft', created_at as at from campaigns where id >= :campaign
      union all select 'campaign', id, 'published', sponsor_id, 'draft', 'active', published_at
        from campaigns where id >= :campaign and published_at is not null
      union all select 'campaign', id, state, sponsor_id, 'active', state,
          iif(state = 'completed', min(ends_at, :now), max(published_at, :now - :hour))
        from campaigns where id >= :campaign and state in ('paused', 'completed')
    ) order by at`,

  'activity of requests': `
    insert into events
      (subject, subject_id, kind, actor_id, from_state, to_state, note, at, campaign_id, sponsor_id, influencer_id)
    select 'ad_request', * from (
      select r.id, case when o.number = 1 then iif(r.origin = 'invitation', 'invited', 'applied')
          when o.made_by = b.made_by then 'edited' else 'countered' end,
        iif(o.made_by = 'sponsor', r.sponsor_id, r.influencer_id),
        iif(o.number = 1, null, 'pending'), 'pending', iif(o.number = 1, null, cast(o.number as text)), o.made_at as at,
        r.campaign_id, r.sponsor_id, r.influencer_id
      from ad_requests r join offers o on o.ad_request_id = r.id
        left join offers b on b.ad_request_id = r.id and b.number = o.number - 1
      where r.id >= :request
      union all
      select id, state, case state when 'expired' then null
          when 'withdrawn' then iif(turn = 'sponsor', influencer_id, sponsor_id)
          else iif(turn = 'sponsor', sponsor_id, influencer_id) end,
        'pending', state, iif(state = 'accepted', cast(offer_number as text), rejection_reason), closes_at,
        campaign_id, sponsor_id, influencer_id
      from ad_requests where state <> 'pending' and id >= :request
    ) order by at`,

  notifications: `
    insert into notifications (user_id, kind, title, path, created_at, read_at)
    select iif(e.actor_id = r.sponsor_id, r.influencer_id, r.sponsor_id),
      'ad_request_' || case e.kind when 'invited' then 'invitation' when 'applied' then 'application'
        when 'countered' then 'offer' when 'edited' then 'offer' else e.kind end,
      iif(e.actor_id = r.sponsor_id, s.company_name, u.display_name) || ' ' || e.kind || ': ' || c.name,
      :path || r.id, e.at, iif(e.at < :now - 24 * :hour and r.id % 8 > 0, e.at + :hour, null)
    from events e join ad_requests r on r.id = e.subject_id join campaigns c on c.id = r.campaign_id
      join users u on u.id = r.influencer_id join sponsors s on s.user_id = r.sponsor_id
    where e.subject = 'ad_request' and e.subject_id >= :request and e.at > :recently and e.actor_id is not null
    order by e.at`,
}
