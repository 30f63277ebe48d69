import { expect } from 'vitest'
import { listen } from '../../../local/servers/listen.ts'
import { type App, startApp } from '../../support/app.ts'
import { collaborate } from '../../support/collaborations.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { clockVars, postJob } from '../jobs/signed-post.ts'

export const DAY = 86_400_000

/** Part of every text that names the person or that they wrote. Long, so that no random token contains it. */
export const MARK = 'zqxleftover'

/** The app with a QStash that takes every message and delivers none: tests run the jobs. */
export async function startWithQueue(): Promise<App> {
  const queue = await listen({ fetch: async () => Response.json({ messageId: 'msg_1' }) })
  const app = await startApp({ ...clockVars, QSTASH_URL: queue.url })
  const close = async () => {
    await app.close()
    await queue.close()
  }
  return { ...app, close }
}

/** Runs a job until nothing is left, as QStash does. */
export async function runJob(app: App, name: string, at = Date.now()): Promise<void> {
  let cursor: string | null = null
  do {
    const response = await postJob(app.url, `/jobs/${name}`, { body: JSON.stringify({ at, cursor }) })
    expect(response.status, app.errors.join()).toBe(200)
    cursor = Object(await response.json()).cursor
  } while (cursor !== null)
}

/** Runs a statement. Returns the id of the row that it inserts. */
export async function run(app: App, sql: string, args: (string | number | null)[]): Promise<number> {
  const { lastInsertRowid } = await app.db.execute({ sql, args })
  return Number(lastInsertRowid)
}

/** A sponsor with something in every table that a sponsor has rows in. `mark` is in all of their texts. */
export async function makeSponsor(app: App, influencer: Person, admin: Person, mark = MARK) {
  const sponsor = await makePerson(app, 'sponsor', {
    username: `${mark}-user`,
    email: `${mark}@example.com`,
    display_name: `${mark} name`,
  })
  const { id } = sponsor
  await app.db.execute({
    sql: `update sponsors set company_name = ?1 || ' company', industry = ?1 || ' industry', annual_budget = 123456,
        website = 'https://' || ?1 || '.example.com', website_domain = ?1 || '.example.com', about = ?1 || ' about',
        name_key = ?1, requested_name = ?1 || ' new', requested_name_key = ?1 || 'new', name_requested_at = 1,
        flag_reason = ?1 || ' flag' where user_id = ?2`,
    args: [mark, id],
  })
  await fillCommon(app, sponsor, influencer, mark)
  const campaigns = {
    agreed: await makeMarkedCampaign(app, id, `${mark} agreed`),
    open: await makeMarkedCampaign(app, id, `${mark} open`),
    unused: await makeMarkedCampaign(app, id, `${mark} unused`),
  }
  await collaborate(app, sponsor, influencer, campaigns.agreed)
  await run(
    app,
    `insert into agreed_prices (ad_request_id, sponsor_id, influencer_id, kind, category, tier, unit_price, agreed_at)
      select ad_request_id, sponsor_id, influencer_id, 'reel', 'outdoors', 'nano', 5000, 1 from collaborations where campaign_id = ?`,
    [campaigns.agreed],
  )
  const requestId = await makeRequest(app, campaigns.open, sponsor, influencer, mark)
  const list = await run(app, 'insert into shortlists (sponsor_id, name, created_at) values (?, ?, 1)', [
    id,
    `${mark} list`,
  ])
  await run(
    app,
    'insert into shortlist_members (shortlist_id, influencer_id, note, added_at) values (?, ?, ?, 1)',
    [list, influencer.id, `${mark} note`],
  )
  await notifyOther(app, influencer.id, requestId, mark)
  await run(
    app,
    "insert into notifications (user_id, kind, title, path, created_at) values (?, 'sponsor_waiting', ?, '/admin/sponsors', 1)",
    [admin.id, `${mark} company is waiting for approval`],
  )
  await run(
    app,
    `insert into outbox (kind, subject, period, channel, user_id, title, body, path, due_at, created_at, state, sent_at)
      values ('sponsor_waiting', ?, '1', 'email', ?, ?, '{}', '/', 1, 1, 'sent', 1)`,
    [`user:${id}`, admin.id, `${mark} company`],
  )
  return { sponsor, requestId, campaigns }
}

/** An influencer with something in every table that an influencer has rows in. */
export async function makeInfluencer(app: App, sponsor: Person, mark = MARK) {
  const influencer = await makePerson(app, 'influencer', {
    username: `${mark}-user`,
    email: `${mark}@example.com`,
    display_name: `${mark} name`,
  })
  const { id } = influencer
  await app.db.execute({
    sql: 'update influencers set bio = ?, city = ?, flag_reason = ? where user_id = ?',
    args: [`${mark} bio`, `${mark} city`, `${mark} flag`, id],
  })
  await run(
    app,
    `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes, average_comments,
      posts_last_30_days, metrics_date) values (?, 'instagram', ?, ?, 1000, 100, 10, 1, 5, '2026-11-01')`,
    [id, `${mark}handle`, `https://instagram.com/${mark}`],
  )
  await run(app, "insert into rates (influencer_id, kind, price, days) values (?, 'reel', 120050, 5)", [id])
  await fillCommon(app, influencer, sponsor, mark)
  const campaignId = await makeMarkedCampaign(app, sponsor.id, 'Autumn boots')
  await collaborate(app, sponsor, influencer, campaignId)
  const requestId = await makeRequest(app, campaignId, sponsor, influencer, mark, 'influencer')
  await notifyOther(app, sponsor.id, requestId, mark)
  const list = await run(app, 'insert into shortlists (sponsor_id, name, created_at) values (?, ?, 1)', [
    sponsor.id,
    `List ${id}`,
  ])
  await run(
    app,
    'insert into shortlist_members (shortlist_id, influencer_id, note, added_at) values (?, ?, ?, 1)',
    [list, id, `Call ${mark} first`],
  )
  return { influencer, requestId, campaignId }
}

/** An admin with something in every table that only admins have rows in. */
export async function makeAdmin(app: App): Promise<Person> {
  const admin = await makePerson(app, 'admin')
  await startBulkAction(app, admin.id)
  await run(app, 'insert into audit_checks (started_at, started_by, updated_at) values (1, ?, 1)', [admin.id])
  return admin
}

function startBulkAction(app: App, startedBy: number): Promise<number> {
  return run(
    app,
    `insert into bulk_actions (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, started_at, moved_at)
      values ('sponsor_approval', '{"ids":[]}', 1, '{}', 0, ?1, ?1, 'x', 1, 1)`,
    [startedBy],
  )
}

/** A flag of the person that they have appealed, and one that was lifted. */
async function makeFlags(app: App, { id }: Person, admin: number, mark: string): Promise<void> {
  await run(
    app,
    `insert into flags (subject, subject_id, title, owner_id, reason, note, internal_note, flagged_by, flagged_at, state, appeal,
        appealed_at) values ('user', ?1, ?2 || ' name', ?1, 'spam', ?2 || ' note', ?2 || ' internal', ?3, 1, 'appealed', ?2 || ' appeal', 1)`,
    [id, mark, admin],
  )
  await run(
    app,
    `insert into flags (subject, subject_id, title, owner_id, reason, flagged_by, flagged_at, state, decided_by, decided_at,
        decision_reason) values ('user', ?1, ?2 || ' name', ?1, 'spam', ?3, 1, 'lifted', ?3, 1, ?2 || ' decision')`,
    [id, mark, admin],
  )
}

/** A report by the person about somebody else, and one about them. Each says something about the person. */
async function makeReports(app: App, { id }: Person, other: Person, mark: string): Promise<void> {
  const report = async (reporterId: number, ownerId: number, words: string) => {
    const caseId = await run(
      app,
      `insert into abuse_cases (subject, subject_id, owner_id, title, search_title, excerpt, path, opened_at, reported_at, note)
        values ('user', ?1, ?1, ?2, ?2, ?2, '/home', 1, 1, ?2)`,
      [ownerId, ownerId === id ? `${words} case` : 'Somebody'],
    )
    const reportId = await run(
      app,
      "insert into abuse_reports (case_id, reporter_id, reason, prose, created_at) values (?, ?, 'spam', ?, 1)",
      [caseId, reporterId, `${words} report`],
    )
    await run(app, 'insert into abuse_report_additions (report_id, prose, created_at) values (?, ?, 1)', [
      reportId,
      `${words} addition`,
    ])
  }
  await report(other.id, id, mark)
  // Several people of a test report the same one, whose case is open once.
  await app.db.execute({
    sql: "update abuse_cases set state = 'dismissed', closed_at = 1 where owner_id = ?",
    args: [other.id],
  })
  await report(id, other.id, mark)
}

async function fillCommon(app: App, person: Person, other: Person, mark: string): Promise<void> {
  const { id } = person
  const { rows } = await app.db.execute("select min(id) as id from users where role = 'admin'")
  const admin = Number(rows[0]?.id)
  await makeFlags(app, person, admin, mark)
  await makeReports(app, person, other, mark)
  await run(
    app,
    "insert into bulk_action_rows (action_id, row_id, name, outcome, reason) values (?, ?, ?, 'skipped', 'Already approved')",
    [await startBulkAction(app, admin), id, `${mark} name`],
  )
  await run(
    app,
    `insert into security_events (user_id, kind, hour, network, device, place, detail, first_at, at)
      values (?, 'signed_in', 0, '203.0.113.0/24', 'Firefox on Windows', ?, '', 1, 1)`,
    [id, `${mark} place`],
  )
  await run(app, 'insert into two_factor (user_id, secret, enabled_at, setup_at) values (?, ?, 1, 1)', [
    id,
    `${mark} secret`,
  ])
  await run(app, 'insert into recovery_codes (user_id, hash) values (?, ?)', [id, `${mark} hash`])
  await app.db.batch(
    [
      {
        sql: "insert into notifications (user_id, kind, title, path, created_at) values (?, 'offer_expired', ?, '/somewhere', 1)",
        args: [id, `${mark} bell`],
      },
      {
        sql: `insert into outbox (kind, subject, period, channel, user_id, title, body, path, due_at, created_at, state, sent_at)
          values ('export_ready', 'export:1', 'ready', 'email', ?, ?, ?, '/', 1, 1, 'sent', 1)`,
        args: [
          id,
          `${mark} title`,
          JSON.stringify({
            subject: null,
            preheader: null,
            blocks: [{ kind: 'paragraph', text: `${mark} words` }],
            action: { label: 'Download', query: { token: 'SECRET-TOKEN' } },
          }),
        ],
      },
      {
        sql: 'insert into delivery_settings (user_id, chat_webhook, phone) values (?, ?, ?)',
        args: [id, `https://chat.googleapis.com/v1/spaces/${mark}?key=SECRET-KEY`, `+46${mark}`],
      },
      {
        sql: "insert into channel_choices (user_id, kind, channel, is_on) values (?, 'campaign_ended', 'email', 0)",
        args: [id],
      },
      {
        sql: "insert into undeliverable_addresses (address, reason, detail, at, cleared_at) values (?, 'bounced', ?, 1, 2)",
        args: [`${mark}@example.com`, `${mark} detail`],
      },
      {
        sql: `insert into email_links (token_hash, user_id, purpose, address, created_at, expires_at)
          values (lower(hex(randomblob(16))), ?, 'change', ?, 1, 9e12)`,
        args: [id, `${mark}.new@x.example`],
      },
      {
        sql: 'insert into email_changes (user_id, address, requested_at) values (?, ?, 1)',
        args: [id, `${mark}.new@x.example`],
      },
      {
        sql: `insert into kept_forms (id, user_id, path, page, fields, reason, kept_at, expires_at)
          values (?, ?, '/home', null, ?, 'signed_out', 1, ?)`,
        args: [`kept ${mark}`, id, JSON.stringify([['brief', [`${mark} typed`]]]), Date.now() + DAY],
      },
      {
        sql: "insert into used_forms (key, user_id, content, location, used_at) values (?, ?, 'x', ?, 1)",
        args: [`used ${mark}`, id, `/home?${mark}`],
      },
      {
        sql: 'insert into calendar_feeds (user_id, token, created_at) values (?, lower(hex(randomblob(16))), 1)',
        args: [id],
      },
      {
        sql: `insert into saved_searches (user_id, kind, name, query, created_at, seen_at) values (?, 'campaigns', ?, ?, 1, 1)`,
        args: [id, `${mark} search`, `query=${mark}`],
      },
      {
        sql: `insert into exports (user_id, kind, filters, state, created_at, expires_at) values (?, 'ad_requests', ?, 'failed', 1, ?)`,
        args: [id, JSON.stringify({ query: mark }), Date.now() + DAY],
      },
      { sql: 'update users set status_reason = ? where id = ?', args: [`${mark} reason`, id] },
      {
        sql: "insert into events (subject, subject_id, kind, actor_id, at) values ('user', ?1, 'signed_up', ?1, 1)",
        args: [id],
      },
    ],
    'write',
  )
}

async function makeMarkedCampaign(app: App, sponsorId: number, text: string): Promise<number> {
  const campaignId = await run(
    app,
    `insert into campaigns (sponsor_id, name, brief, category, niche, platforms, wanted_deliverables, usage_channels, hashtags,
        mentions, dos, donts, flag_reason, time_zone, start_date, starts_at, end_date, ends_at, budget, state, created_at, published_at)
      values (?1, ?2, ?2, 'outdoors', 'hiking', '["instagram"]', '[]', '["organic"]', ?2, ?2, ?2, ?2, ?2, 'UTC', '2026-01-01', 1,
        '2099-12-31', ?3, 1000000, 'active', 1, 1)`,
    [sponsorId, text, Date.UTC(2100, 0)],
  )
  await run(app, 'insert into campaign_goals (campaign_id, position, text) values (?, 0, ?)', [
    campaignId,
    text,
  ])
  return campaignId
}

/** An open request until 2100, and a rejected one; both with the author's words in an offer and a message. */
async function makeRequest(
  app: App,
  campaignId: number,
  sponsor: Person,
  influencer: Person,
  mark: string,
  author: 'sponsor' | 'influencer' = 'sponsor',
): Promise<number> {
  const insert = (state: string, comment: string | null) =>
    run(
      app,
      `insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount, closes_at, created_at,
        rejection_comment, flag_reason) values (?, ?, ?, ?, 'invitation', ?, 120000, ?, 1, ?, ?)`,
      [campaignId, sponsor.id, influencer.id, state, author, Date.UTC(2100, 0), comment, `${mark} flag`],
    )
  await insert('rejected', `${mark} comment`)
  const id = await insert('pending', null)
  await run(
    app,
    `insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, requirements, usage_channels,
      usage_months, message, made_at, expires_at) values (?, 1, ?, 120000, '[]', ?, '[]', 3, ?, 1, ?)`,
    [id, author, `${mark} requirements`, `${mark} message`, Date.UTC(2100, 0)],
  )
  for (const { id: authorId } of [sponsor, influencer]) {
    const isOwn = (author === 'sponsor') === (authorId === sponsor.id)
    await run(
      app,
      'insert into messages (ad_request_id, author_id, body, sent_at, flag_reason) values (?, ?, ?, 1, ?)',
      [
        id,
        authorId,
        isOwn ? `${mark} body` : 'What the other side wrote',
        isOwn ? `${mark} flag` : 'Why it was flagged',
      ],
    )
  }
  return id
}

async function notifyOther(app: App, other: number, requestId: number, mark: string): Promise<void> {
  await run(
    app,
    "insert into notifications (user_id, kind, title, path, created_at) values (?, 'ad_request_offer', ?, ?, 1)",
    [other, `${mark} made an offer`, `/ad-requests/${requestId}`],
  )
  await run(
    app,
    `insert into outbox (kind, subject, period, channel, user_id, title, body, path, due_at, created_at, state, sent_at)
      values ('ad_request_offer', ?, '1', 'email', ?, ?, '{}', '/', 1, 1, 'sent', 1)`,
    [`ad_request:${requestId}`, other, `${mark} made an offer`],
  )
}
