import { sql } from 'drizzle-orm'
import { updateWeights } from '../../src/features/abuse-reports/weight/weight-sql.ts'
import { textOf } from '../../src/platform/db/sql-text.ts'

/*
 * What admins do, derived from the rows of a crowd. Whatever varies follows from ids by arithmetic, so the same crowd
 * always gets the same rows. A `thing` is a row that can be flagged or reported: with its owner, its title, and when it
 * was made.
 */

const people = `
  select 'user' as subject, u.id, u.id as owner_id, u.display_name as title, u.search_display_name as search_title,
    u.created_at as made_at, :now as ends_at, '/influencers/' || u.id as path
  from users u join influencers i on i.user_id = u.id where u.id >= :user`

const ownCampaigns = `
  select 'campaign', c.id, c.sponsor_id, c.name, c.search_name, c.published_at, :now, '/campaigns/' || c.id
  from campaigns c where c.id >= :campaign and c.published_at is not null`

/** Closed ones, between their last offer and their end. */
const requests = `
  select 'ad_request', r.id, iif(r.turn = 'sponsor', r.influencer_id, r.sponsor_id), c.name || ' × ' || u.display_name,
    coalesce(c.search_name, lower(c.name)) || ' ' || coalesce(u.search_display_name, lower(u.display_name)),
    o.made_at, r.closes_at, :path || r.id
  from ad_requests r join campaigns c on c.id = r.campaign_id join users u on u.id = r.influencer_id
    join offers o on o.ad_request_id = r.id and o.number = r.offer_number
  where r.id >= :request and r.state <> 'pending'`

const ownMessages = `
  select 'message', m.id, m.author_id, m.body, null, m.sent_at, :now, :path || m.ad_request_id
  from messages m where m.ad_request_id >= :request`

const note = (number: string) => `:notes ->> ((${number}) % json_array_length(:notes))`
const moderator = (number: string) => `:moderator + (${number}) % :moderators`
const oneOf = (number: string, ...values: readonly string[]) =>
  `'${JSON.stringify(values)}' ->> ((${number}) % ${values.length})`

const flagReason = oneOf(
  'id / 7',
  'spam',
  'misleading_figures',
  'offensive',
  'fraud',
  'copyright',
  'spam',
  'other',
)

/** Fills `flags`. What is flagged in the crowd has an open, an appealed or a kept flag. */
export const flagStatements = {
  'flags that stand': `
    insert into flags (subject, subject_id, title, search_title, owner_id, reason, note, flagged_by, flagged_at,
      state, appeal, appealed_at, decided_by, decided_at, decision_reason, version)
    select subject, id, title, search_title, owner_id, ${flagReason}, ${note('id')}, ${moderator('id')}, flagged_at, state,
      iif(state = 'open', null, ${note('id + 1')}), iif(state = 'open', null, flagged_at + :hour),
      iif(state = 'kept', ${moderator('id + 1')}, null), iif(state = 'kept', flagged_at + 2 * :hour, null),
      iif(state = 'kept', ${note('id + 2')}, null), case state when 'open' then 1 when 'appealed' then 2 else 3 end
    from (
      select things.*, ${oneOf('row_number() over (order by subject, id)', 'open', 'open', 'appealed', 'open', 'kept', 'open', 'open', 'open')} as state
      from (
        select people.*, i.flagged_at from (${people}) people join influencers i on i.user_id = people.id
        where i.flagged_at is not null
        union all
        select own.*, c.flagged_at from (${ownCampaigns}) own join campaigns c on c.id = own.id
        where c.flagged_at is not null
      ) things)`,

  'flags that are over': `
    insert into flags (subject, subject_id, title, search_title, owner_id, reason, note, flagged_by, flagged_at,
      state, decided_by, decided_at, decision_reason, version)
    select subject, id, title, search_title, owner_id, ${flagReason}, ${note('id')}, ${moderator('id')},
      made_at + (ends_at - made_at) / 2, 'lifted', ${moderator('id + 3')}, made_at + (ends_at - made_at) / 4 * 3,
      ${note('id + 4')}, 2
    from (
      select * from (${people}) where id % 20 = 3
      union all select * from (${ownCampaigns}) where id % 20 = 3
      union all select * from (${requests}) where id % 300 = 3
      union all select * from (${ownMessages}) where id % 100 = 3
    )`,

  'flagged requests': `
    update ad_requests set version = version + 2
    where id in (select subject_id from flags where subject = 'ad_request' and id >= :flag)`,
}

/** Reporters joined early, so their accounts are older than what they report. */
const reporter = (number: string) => `:user + (case_id * 104729 + ${number}) % :reporters`

/** Fills `abuse_cases` and `abuse_reports`. One case in ten is open, and was opened in the last five days. */
export const caseStatements = {
  cases: `
    insert into abuse_cases (subject, subject_id, owner_id, title, search_title, excerpt, path, state, weight,
      report_count, assignee_id, assigned_at, opened_at, reported_at, closed_at, closed_by, measure, dismissal_reason,
      note, version)
    select subject, id, owner_id, title, search_title, ${note('id')}, path, state, id * 7919 % 500, 0,
      iif(state <> 'open' or id % 3 = 0, ${moderator('id')}, null), iif(state <> 'open' or id % 3 = 0, opened_at, null),
      opened_at, opened_at, iif(state = 'open', null, opened_at + (:now - opened_at) / 3),
      iif(state = 'open', null, ${moderator('id')}),
      iif(state = 'upheld', ${oneOf('id', 'warning', 'flag', 'warning', 'suspension', 'warning')}, null),
      iif(state = 'dismissed', ${oneOf('id', 'no_violation', 'not_enough', 'private_matter', 'settled')}, null),
      iif(state = 'open', null, ${note('id + 5')}), 1
    from (
      select *, iif(state = 'open', max(made_at, :now - id * 7919 % (5 * 24) * :hour - 60000),
        made_at + (:now - made_at) / 1000 * (id * 7919 % 900)) as opened_at
      from (
        select *, ${oneOf('id / 10', 'open', 'upheld', 'dismissed', 'upheld', 'dismissed', 'upheld', 'dismissed', 'dismissed', 'upheld', 'dismissed')} as state
        from (
          select * from (${people}) where id % 10 = 1
          union all select * from (${ownCampaigns}) where id % 7 = 1
          union all select * from (${requests}) where id % 70 = 1
          union all select * from (${ownMessages}) where id % 40 = 1
        )))`,

  // One to three people report a case. The second and the third are few.
  reports: `
    insert into abuse_reports (case_id, reporter_id, reason, prose, outcome, decided_at, created_at)
    select case_id, reporter_id + (reporter_id = owner_id),
      ${oneOf('case_id * 7 + number', 'spam', 'misleading', 'offensive', 'spam', 'other', 'fraud', 'impersonation', 'threats', 'spam', 'illegal', 'misleading')},
      ${note('case_id + number')}, iif(state = 'dismissed' and case_id % 50 = 7, 'abusive', state), closed_at, opened_at
    from (
      select c.id as case_id, c.owner_id, c.state, c.opened_at, c.closed_at, n.value as number,
        ${reporter('n.value * 11')} as reporter_id
      from (select id as case_id, * from abuse_cases where id >= :abuseCase) c join json_each('[0,1,2]') n
      where n.value = 0 or c.id % (n.value * 10) = 0
    )`,

  'counts of reports': `
    update abuse_cases set report_count = (select count(*) from abuse_reports where case_id = abuse_cases.id),
      has_doubtful = exists (select 1 from abuse_reports report join abuse_reports theirs
          on theirs.reporter_id = report.reporter_id and theirs.outcome = 'abusive'
        where report.case_id = abuse_cases.id)
    where id >= :abuseCase`,

  'weights of cases': textOf(updateWeights(sql`select id from abuse_cases where id >= :abuseCase`)),
}

/** Columns of an event: see `derived.ts`. */
const eventsOfFlags = (subject: string) => `
  select subject_id, 'flagged', flagged_by, null, null, note, flagged_at, 1, id from flags
    where subject = '${subject}' and id >= :flag
  union all select subject_id, 'flag_appealed', owner_id, null, null, appeal, appealed_at, 0, null from flags
    where subject = '${subject}' and id >= :flag and appeal is not null
  union all select subject_id, iif(state = 'lifted', 'unflagged', 'flag_kept'), decided_by,
      iif(state = 'lifted', 'open', 'appealed'), state, decision_reason, decided_at, 1, id + 1000000000 from flags
    where subject = '${subject}' and id >= :flag and decided_by is not null`

/** Events of flags, decisions and suspensions, for the activity of each kind of subject. */
export const moderationEvents = {
  user: `${eventsOfFlags('user')}
    union all select id, 'suspended', ${moderator('id')}, 'active', 'suspended', suspension_reason,
      created_at + (:now - created_at) / 2, 1, id + 2000000000 from users where id >= :user and suspension_reason is not null
    union all select id, iif(status = 'rejected', 'rejected', 'approved'), ${moderator('id')}, 'pending', status,
      status_reason, answered_at, 1, id + 3000000000
    from users join sponsors on user_id = id where id >= :user and status in ('active', 'rejected')`,
  campaign: eventsOfFlags('campaign'),
  ad_request: eventsOfFlags('ad_request'),
  message: eventsOfFlags('message'),
  abuse_case: `
    select id, state, closed_by, 'open', coalesce(measure, dismissal_reason), note, closed_at, 1, id + 4000000000
    from abuse_cases where id >= :abuseCase and state <> 'open'`,
}
