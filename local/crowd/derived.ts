import type { InStatement } from '@libsql/client/http'
import { FUNDING_TIME, killFees } from '../../src/features/collaborations/terms.ts'
import { routes } from '../../src/routes.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { influencerId } from './influencers.ts'
import { caseStatements, flagStatements, moderationEvents } from './moderation.ts'
import { MODERATORS, moderatorId, notes } from './moderators.ts'
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
    flag: first.flag,
    abuseCase: first.abuseCase,
    moderator: moderatorId(plan, 0),
    moderators: MODERATORS,
    reporters: counts.sponsors + Math.ceil(counts.influencers / 4),
    notes: JSON.stringify(notes(plan.seed)),
    mails: Math.ceil(counts.influencers / 10),
    runs: Math.ceil(counts.influencers / 20),
  }
  return Object.entries(statements).map(([name, sql]) => {
    const used = Object.entries(args).filter(([key]) => new RegExp(`:${key}\\b`).test(sql))
    // As a number, it would travel as a float, and a division would not round down.
    const integers = used.map(([key, value]) => [key, typeof value === 'number' ? BigInt(value) : value])
    return { name, statement: { sql, args: Object.fromEntries(integers) } }
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

  ...flagStatements,
  ...caseStatements,

  'activity of people': activity(
    'user',
    `select id, 'signed_up', id, null, iif(role = 'sponsor', 'pending', 'active'), null, created_at, 0, null
      from users where id >= :user and id < :busy`,
  ),

  'activity of campaigns': activity(
    'campaign',
    `select id, 'created', sponsor_id, null, 'draft', null, created_at, 0, null from campaigns where id >= :campaign
    union all select id, 'published', sponsor_id, 'draft', 'active', null, published_at, 0, null
      from campaigns where id >= :campaign and published_at is not null
    union all select id, state, sponsor_id, 'active', state, null,
        iif(state = 'completed', min(ends_at, :now), max(published_at, :now - :hour)), 0, null
      from campaigns where id >= :campaign and state in ('paused', 'completed')`,
  ),

  'activity of requests': `
    insert into events (subject, subject_id, kind, actor_id, from_state, to_state, note, at, audited, request_id,
      campaign_id, sponsor_id, influencer_id)
    select 'ad_request', e.id, kind, actor, from_state, to_state, note, at, audited, ${requestId('act')},
      r.campaign_id, r.sponsor_id, r.influencer_id
    from (
      select r.id, case when o.number = 1 then iif(r.origin = 'invitation', 'invited', 'applied')
          when o.made_by = b.made_by then 'edited' else 'countered' end as kind,
        iif(o.made_by = 'sponsor', r.sponsor_id, r.influencer_id) as actor,
        iif(o.number = 1, null, 'pending') as from_state, 'pending' as to_state,
        iif(o.number = 1, null, cast(o.number as text)) as note, o.made_at as at, 0 as audited, null as act
      from ad_requests r join offers o on o.ad_request_id = r.id
        left join offers b on b.ad_request_id = r.id and b.number = o.number - 1
      where r.id >= :request
      union all
      select id, state, case state when 'expired' then null
          when 'withdrawn' then iif(turn = 'sponsor', influencer_id, sponsor_id)
          else iif(turn = 'sponsor', sponsor_id, influencer_id) end,
        'pending', state, iif(state = 'accepted', cast(offer_number as text), rejection_reason), closes_at, 0, null
      from ad_requests where state <> 'pending' and id >= :request
      union all ${moderationEvents.ad_request}
    ) e join ad_requests r on r.id = e.id order by at`,

  'activity of messages': activity('message'),
  'activity of cases': activity('abuse_case'),

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
      and not e.audited
    order by e.at`,

  // Nothing is left to be sent, so that an app that uses this database does not send it.
  mail: `
    insert into outbox (kind, subject, period, channel, user_id, title, body, path, state, attempts, due_at, last_error,
      created_at, sent_at)
    select kind, 'ad_request:' || substr(path, length(:path) + 1), cast(id as text), 'email', user_id, title,
      json_object('subject', null, 'preheader', null, 'blocks',
        json_array(json_object('kind', 'paragraph', 'text', title)), 'action', json_object('label', 'Open')),
      path, iif(id % 25 > 0, 'sent', 'dead'), iif(id % 25 > 0, 1, 5), created_at,
      iif(id % 25 > 0, null, iif(id % 2, 'Mailbox unavailable', 'Timed out')), created_at,
      iif(id % 25 > 0, created_at + 60000, null)
    from notifications where path like :path || '%' order by id desc limit :mails`,

  'job runs': `
    with recursive numbers (n) as (select :runs union all select n - 1 from numbers where n > 1)
    insert into job_runs (job, at, started_at, took, handled, failed)
    select iif(n % 6 = 0, 'sweep', 'deliver'), :now - n * 50000, :now - n * 50000 + 900, 20 + n * 7919 % 400,
      n * 31 % 50, n % 500 = 0
    from numbers`,
}

/** A statement that records everything that happened to one kind of subject, in chronological order. */
function activity(subject: keyof typeof moderationEvents, events?: string): string {
  const all = [...(events ? [events] : []), moderationEvents[subject]].join(' union all ')
  return `
    with all_events (subject_id, kind, actor_id, from_state, to_state, note, at, audited, act) as (${all})
    insert into events (subject, subject_id, kind, actor_id, from_state, to_state, note, at, audited, request_id)
    select '${subject}', subject_id, kind, actor_id, from_state, to_state, note, at, audited, ${requestId('act')}
    from all_events order by at`
}

/** The id of the request in which an admin acted; null for other events. */
function requestId(act: string): string {
  return `iif(${act} is null, null, printf('%032x', ${act}))`
}
