import { unsubscribePath } from '../../../src/features/notifications/unsubscribe/token.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { DAY } from '../../../src/shared/time.ts'
import { invite } from '../ad-requests.ts'
import type { App } from '../app.ts'
import { makeCampaign } from '../campaigns.ts'
import { makePerson, type Person } from '../people.ts'

export type RouteFixtures = Awaited<ReturnType<typeof makeRouteFixtures>>

/** Creates the people of the table and one row of each kind. A test that changes them creates others. */
export async function makeRouteFixtures(app: App) {
  const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
  const owner = await makePerson(app, 'sponsor')
  const sponsor = await makePerson(app, 'sponsor')
  const party = await makePerson(app, 'influencer')
  const influencer = await makePerson(app, 'influencer')
  const admin = await makePerson(app, 'admin')
  const ids = await makeRows(app, owner, party, waiting)
  const people = [waiting, owner, sponsor, party, influencer, admin]
  return {
    browsers: [app.visitor(), ...people.map(({ browser }) => browser)],
    /** In the order of the columns, without the visitor. */
    people,
    ids,
    pathOf: (pattern: string) => pattern.replace(/:(\w+)/g, (_, name: string) => String(ids[name])),
  }
}

async function makeRows(app: App, owner: Person, party: Person, waiting: Person) {
  const campaignId = await makeCampaign(app, owner, { visibility: 'private' })
  const adRequestId = await invite(app, owner, party, campaignId)
  const insert = async (sql: string, args: (string | number)[]) =>
    Number((await app.db.execute({ sql: `${sql} returning id`, args })).rows[0]?.id)
  await app.db.execute({
    sql: "insert into delivery_settings (user_id, unsubscribe_secret) values (?, 'secret')",
    args: [owner.id],
  })
  const link = { userId: owner.id as UserId, kind: 'ad_request_offer', unsubscribeSecret: 'secret' } as const
  const rows: Record<string, number | string> = {
    part: 'pages.xml',
    job: 'sweep',
    sessionId: '0123456789abcdef',
    report: new Date().toISOString().slice(0, 7),
    channel: 'email',
    token: unsubscribePath(link)?.split('/').at(-1) ?? '',
    messageId: await insert(
      `insert into outbox (kind, subject, period, channel, user_id, title, body, path, state, due_at, created_at)
        values ('ad_request_offer', 'ad_request:1', '1', 'sms', ?, 'x', '', '/home', 'dead', 1, 1)`,
      [owner.id],
    ),
    campaignId,
    adRequestId,
    influencerId: party.id,
    userId: waiting.id,
    goalId: await insert(
      "insert into campaign_goals (campaign_id, position, text) values (?, 1, 'Be seen')",
      [campaignId],
    ),
    notificationId: await insert(
      "insert into notifications (user_id, kind, title, path, created_at) values (?, 'x', 'x', '/home', 1)",
      [owner.id],
    ),
    channelId: await insert(
      `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
        average_comments, posts_last_30_days, metrics_date) values (?, 'blog', 'x', 'https://example.com', 1, 1, 1, 1, 1, '2026-01-01')`,
      [party.id],
    ),
    rateId: await insert("insert into rates (influencer_id, kind, price, days) values (?, 'reel', 100, 1)", [
      party.id,
    ]),
    subject: 'campaign',
    subjectId: campaignId,
    flagId: await insert(
      `insert into flags (subject, subject_id, title, owner_id, reason, flagged_by, flagged_at)
        values ('campaign', ?, 'Trail', ?, 'spam', ?, 1)`,
      [campaignId, owner.id, owner.id],
    ),
    shortlistId: await insert(
      "insert into shortlists (sponsor_id, name, created_at) values (?, 'Hikers', 1)",
      [owner.id],
    ),
    bulkActionId: await insert(
      `insert into bulk_actions (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, started_at, moved_at)
        values ('sponsor_approval', '{"ids":[]}', 1, '{}', 0, ?1, ?1, 'x', 1, 1)`,
      [owner.id],
    ),
    reasonTemplateId: await insert(
      "insert into reason_templates (purpose, title, text, position) values ('sponsor_rejection', 'x', 'x', ?)",
      [1],
    ),
    exportId: await insert(
      `insert into exports (user_id, kind, filters, state, token_hash, created_at, ready_at, expires_at)
        values (?, 'campaigns', '{}', 'ready', 'x', 1, 1, ?)`,
      [owner.id, Date.now() + DAY],
    ),
    searchId: await insert(
      `insert into saved_searches (user_id, kind, name, query, created_at, seen_at)
        values (?, 'influencers', 'x', '', 1, 1)`,
      [owner.id],
    ),
  }
  rows.caseId = await insert(
    `insert into abuse_cases (subject, subject_id, owner_id, title, excerpt, path, opened_at, reported_at)
      values ('campaign', ?, ?, 'x', '', '/home', 1, 1)`,
    [campaignId, owner.id],
  )
  rows.reportId = await insert(
    "insert into abuse_reports (case_id, reporter_id, reason, prose, created_at) values (?, ?, 'spam', '', 1)",
    [rows.caseId, party.id],
  )
  await app.db.execute({
    sql: 'insert into calendar_feeds (user_id, token, created_at) values (?, ?, 1)',
    args: [owner.id, `secret-${owner.id}`.padEnd(32, '-')],
  })
  rows.file = `${`secret-${owner.id}`.padEnd(32, '-')}.ics`
  await app.db.execute({
    sql: 'insert into shortlist_members (shortlist_id, influencer_id, added_at) values (?, ?, 1)',
    args: [Number(rows.shortlistId), party.id],
  })
  return rows
}
