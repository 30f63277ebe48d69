import type { Client } from '@libsql/client/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../local/demo.ts'
import { app as hono } from '../src/app.tsx'
import { adminAdRequestSearch } from '../src/features/ad-requests/all/filters.ts'
import { ownRequestSearch } from '../src/features/ad-requests/list/search.ts'
import { adminCampaignSearch } from '../src/features/campaigns/all/filters.ts'
import { phases } from '../src/features/campaigns/campaign.ts'
import { ownCampaignSearch } from '../src/features/campaigns/list/search.ts'
import { campaignSorts } from '../src/features/discovery/campaigns/filters.ts'
import { influencerSorts } from '../src/features/discovery/influencers/filters.ts'
import { periodKeys } from '../src/features/statistics/period.ts'
import { parameterPattern } from '../src/routes.ts'
import { isSlow } from './features/discovery/query-plan.ts'
import { type App, startApp } from './support/app.ts'
import { signedIn } from './support/people.ts'
import { type Recorder, startRecorder } from './support/recorder.ts'
import { withoutMail } from './support/round-trips.ts'

let recorder: Recorder
let app: App

// Everybody opens every page once, with the demo data.
beforeAll(async () => {
  recorder = await startRecorder()
  app = await startApp({ TURSO_DATABASE_URL: recorder.url, ...withoutMail })
  recorder.target = app.libsql.url
  await loadDemo(app.libsql.url, { now: Date.now() })
  await visitEverything()
})
afterAll(async () => {
  await app.close()
  await recorder.close()
})

/** Steps that look slow but are not. */
const allowed: readonly { readonly select: RegExp; readonly step: RegExp; readonly why: string }[] = [
  {
    select: /from "(channels|rates)" where "\1"."influencer_id" = \? order by/,
    step: /TEMP B-TREE FOR ORDER BY/,
    why: 'sorts the rows of one influencer: ten channels, one price for each kind',
  },
  {
    select: /where \(?false( and|$)/,
    step: /^SCAN (users|influencers)$/,
    why: 'nobody was selected, so SQLite reads nothing',
  },
  {
    select: /count\(\*\) from \(select 1 from/,
    step: /^SCAN (job_runs USING COVERING|bulk_actions USING COVERING|outbox USING INDEX outbox_undelivered)/,
    why: 'a count that stops at its limit',
  },
  {
    select: /order by "campaigns"."published_at" desc, "campaigns"."id" desc limit \?/,
    step: /^SCAN campaigns USING INDEX campaigns_public$/,
    why: 'reads a few rows in the order of the index',
  },
  {
    select: /count\(\*\) from \(select 1 from "abuse_cases" where state = 'open' limit 100\)/,
    step: /^SCAN abuse_cases USING COVERING INDEX abuse_cases_one_open$/,
    why: 'a count of the open cases that stops at its limit',
  },
  {
    select: /from "(ad_requests|job_runs)".* order by "\1"."id" desc limit \?/s,
    step: /^SCAN (ad_requests|job_runs)$/,
    why: "reads one page of an admin's list in the order of the primary key",
  },
  {
    select: /from "bulk_actions" inner join .* order by "bulk_actions"."id" desc limit \?/s,
    step: /^SCAN bulk_actions$/,
    why: "reads one page of an admin's list in the order of the primary key",
  },
  {
    select: /requested_name"? is not null/,
    step: /^SCAN (renamed|sponsors) USING INDEX sponsors_renamed$/,
    why: 'that index only has the few sponsors who wait for a new name',
  },
  {
    select: /from "users" .*order by lower\("users"\."display_name"\)/s,
    step: /^SCAN users USING INDEX users_by_(unconfirmed_)?name$/,
    why: "reads one page of the admins' list in the order of an index",
  },
  {
    select: /limit 10000\) found cross join "users"/,
    step: /^SCAN found$|TEMP B-TREE FOR ORDER BY/,
    why: 'sorts the names of at most 10,000 accounts, which a full-text index found',
  },
  {
    select: /from "reason_templates" order by/,
    step: /^SCAN reason_templates USING INDEX reason_templates_by_purpose$/,
    why: 'an admin reads all templates, which are a few dozen',
  },
  {
    select: /from json_each\(\?\) limit -1\) span/,
    step: /TEMP B-TREE FOR GROUP BY|^SCAN span$/,
    why: 'adds up what an index has of each part of a report or a dashboard; `span` is the list of those parts',
  },
  {
    select: /\) activity left join "campaigns"/,
    step: /^SCAN activity$/,
    why: 'the campaigns of one report, found by an index before',
  },
  {
    select: /select first.at from "events" first order by first.id limit 1/,
    step: /^SCAN first$/,
    why: 'reads the first event in the order of the primary key',
  },
  {
    select: /from "outbox" where state in \('failed', 'dead'\).* limit -1\) span/s,
    step: /^SCAN outbox USING INDEX outbox_undelivered$/,
    why: 'that index only has the few messages that could not be sent',
  },
  {
    select:
      /from "campaigns" inner join "sponsors" on "sponsors"."user_id" = "campaigns"."sponsor_id" order by/,
    step: /^SCAN campaigns$/,
    why: "reads one page of an admin's export in the order of the primary key",
  },
  {
    select: /from "audit_(seals|checks)" .*order by ("audit_(seals|checks)"\.)?"?id"? desc limit/s,
    step: /^SCAN audit_(seals|checks)$/,
    why: 'reads the latest few in the order of the primary key',
  },
  {
    select: /from \(select "at" from "events" where \("events"\."audited".* limit \?\) "waiting"/s,
    step: /^SCAN waiting$/,
    why: 'a count that stops at its limit',
  },
  {
    select: /select "turn", "closes_at" \/ 86400000, count\(\*\) from "ad_requests"/,
    step: /TEMP B-TREE FOR GROUP BY/,
    why: 'the few requests that have expired since the last sweep, found by an index',
  },
  {
    select: /limit 10000\) "ad_requests" where/,
    step: /TEMP B-TREE FOR ORDER BY/,
    why: 'sorts at most 10,000 requests, which were found by their first answers',
  },
  {
    select: /\) named\s+cross join "ad_requests"/,
    step: /^SCAN named$|TEMP B-TREE/,
    why: 'sorts the requests of at most 250 campaigns and 250 people, whose names were looked up',
  },
  {
    select: /as campaign_id from "campaigns" where \(+"campaigns"."sponsor_id" = \?/,
    step: /^SCAN page$|TEMP B-TREE FOR ORDER BY/,
    why: 'sorts the campaigns of one sponsor, and reads those of one page',
  },
  {
    select: /select \* from "ad_requests" where "ad_requests"."campaign_id" = \?/,
    step: /TEMP B-TREE FOR ORDER BY/,
    why: 'sorts the requests of one campaign',
  },
  {
    select: /select \* from "ad_requests" .*\) page cross join/s,
    step: /^SCAN (page|ad_requests( USING INDEX ad_requests_by_(amount|closing))?)$/,
    why: "reads one page of an admin's list in the order of an index",
  },
  {
    select: /count\(\*\) from \(select 1 from "ad_requests"/,
    step: /^SCAN ad_requests( USING COVERING INDEX ad_requests_by_\w+)?$/,
    why: 'a count that stops at its limit',
  },
  {
    select: /from "security_events"/,
    step: /^SCAN security_events USING (COVERING )?INDEX security_events_by_hour$/,
    why: "reads one page of the admins' list in the order of the index, or counts up to a limit",
  },
  {
    select: /from "agreed_prices"/,
    step: /^SCAN newest$/,
    why: 'the newest prices of one group, found by an index before and limited',
  },
]

test('no select of a page scans a table or sorts', async () => {
  const reads = [...recorder.statements].filter(isRead)
  expect(reads.length).toBeGreaterThan(30)

  const slow = []
  for (const sql of reads) {
    const steps = (await planOf(app.db, sql)).filter(isSlow).filter((step) => !isAllowed(sql, step))
    if (steps.length > 0) slow.push({ sql, steps })
  }
  expect(slow).toEqual([])
})

test('every exception is still needed', async () => {
  const steps: { sql: string; plan: string[] }[] = []
  for (const sql of [...recorder.statements].filter(isRead))
    steps.push({ sql, plan: await planOf(app.db, sql) })
  const unused = allowed.filter(
    ({ select, step }) =>
      !steps.some(({ sql, plan }) => select.test(sql) && plan.some((line) => step.test(line))),
  )
  expect(unused).toEqual([])
})

test('no select compares a column of a partial index with a parameter', async () => {
  // SQLite would choose a plan by the parameter's value, and so compile the select each time.
  const suspects = [...recorder.statements]
    .filter(isRead)
    .filter((sql) =>
      /"?\b(status|role|state|visibility)"? ?(=|<>) ?\?/.test(sql.replace(/\+"?\w+"?\."?\w+"? = \?/g, '')),
    )
  expect(suspects).toEqual([])
})

async function visitEverything(): Promise<void> {
  const ids = await idsOf(app.db)
  const patterns = new Set(hono.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const paths = [...patterns].map((path) =>
    path.replace(parameterPattern, (_, name: string) => String(ids[name] ?? 1)),
  )
  for (const viewer of [null, ids.sponsor, ids.influencer, ids.admin]) {
    const browser = viewer === null ? app.visitor() : await signedIn(app, Number(viewer))
    // Everybody else is refused on the pages of admins, before anything is read for them.
    const lists = variants.filter((path) => viewer === ids.admin || !path.startsWith('/admin/'))
    for (const path of [...paths, ...lists, ...selectionPages(String(ids.chosen))]) {
      const answer = await browser.send(path, {})
      await answer.arrayBuffer()
      expect(answer.status, path).toBeLessThan(500)
    }
  }
}

const adminCampaignSorts = Object.keys(adminCampaignSearch.sorts)
const ownCampaignSorts = Object.keys(ownCampaignSearch.sorts)
const ownRequestSorts = Object.keys(ownRequestSearch.sorts)
const adminAdRequestSorts = Object.keys(adminAdRequestSearch.sorts)

/** Lists with filters, sort orders and cursors. */
const variants = [
  ...[
    'username=ada',
    'network=203.0.113.1',
    'kind=signed_in',
    'from=2026-01-01',
    'username=ada&kind=signed_in',
  ].flatMap((filter) => [
    `/admin/security-log?${filter}&after=9_9`,
    `/admin/security-log?${filter}&sort=oldest`,
  ]),
  '/settings/security/log?after=9_9',
  ...influencerSorts.flatMap((sort) => [
    `/influencers?sort=${sort}&after=0_1000`,
    `/influencers?sort=${sort}&query=trail&category=outdoors&platform=instagram&followers_from=10`,
  ]),
  '/influencers?query=trail&after=1_1000',
  ...campaignSorts.flatMap((sort) => [
    `/campaigns?sort=${sort}&after=0_1000`,
    `/campaigns?sort=${sort}&query=boots&category=outdoors`,
  ]),
  ...['draft', 'active', 'ended', 'paused', 'completed'].map((state) => `/campaigns?state=${state}&after=90`),
  ...ownCampaignSorts.map((sort) => `/campaigns?sort=${sort}&visibility=public`),
  ...['mine', 'theirs', 'agreed', 'closed', 'all'].flatMap((listing) => [
    ...ownRequestSorts.map((sort) => `/ad-requests?listing=${listing}&sort=${sort}&query=boots`),
    `/ad-requests?listing=${listing}&campaign_id=1&after=9_9_9`,
  ]),
  ...['pending', 'active', 'rejected', 'suspended'].flatMap((status) => [
    `/admin/sponsors?status=${status}`,
    `/admin/sponsors?status=${status}&query=no&sort=newest&after=1760000000_5`,
    `/admin/users?status=${status}&role=influencer`,
    `/admin/users?status=${status}&query=ma`,
  ]),
  ...['mine', 'theirs', 'agreed', 'closed', 'all'].flatMap((listing) => [
    `/exports/ad-requests.csv?listing=${listing}`,
    `/exports/ad-requests.csv?listing=${listing}&campaign_id=1`,
  ]),
  ...phases.map((state) => `/exports/campaigns.csv?state=${state}`),
  ...periodKeys.flatMap((period) => [`/home?period=${period}`, `/admin?period=${period}`]),
  ...['open', 'mine', 'unassigned', 'closed'].flatMap((tab) =>
    ['weight', 'newest', 'oldest'].flatMap((sort) => [
      `/admin/abuse-reports?tab=${tab}&sort=${sort}&after=5`,
      `/admin/abuse-reports?tab=${tab}&sort=${sort}&query=rex&kind=message&reporters=doubtful&after=5`,
    ]),
  ),
  ...['urgent', 'newest', 'oldest'].flatMap((sort) => [
    `/admin/flags?sort=${sort}&after=5`,
    `/admin/flags?sort=${sort}&query=rex&state=standing&reason=fraud&subject=user&owner=1&after=5`,
  ]),
  '/admin/abuse-reports?kind=user&reason=fraud&reporters=doubtful&query=rex',
  '/abuse-reports/new?subject=user&id=1',
  ...['user', 'campaign', 'ad_request', 'message'].map(
    (subject) => `/abuse-reports/new?subject=${subject}&id=2`,
  ),
  '/abuse-reports?after=100',
  '/admin/users?query=ma&after=20',
  ...['newest', 'oldest'].flatMap((sort) => [
    `/admin/audit?sort=${sort}&after=100`,
    `/admin/audit?sort=${sort}&subject=user&subject_id=7&actor_id=1`,
    `/admin/audit?sort=${sort}&kind=user__suspended&actor_id=1&from=2026-01-01&until=2026-02-01`,
    `/admin/audit?sort=${sort}&query=spam&subject=user`,
    `/admin/audit?sort=${sort}&query=ma&request_id=a-b`,
  ]),
  ...['newest', 'oldest'].flatMap((sort) => [
    `/admin/bulk-actions?sort=${sort}&after=20`,
    `/admin/bulk-actions?sort=${sort}&state=running&kind=suspension`,
    `/admin/bulk-actions?sort=${sort}&kind=suspension`,
  ]),
  '/admin/bulk-actions/new?kind=sponsor_approval&selected=5',
  '/admin/bulk-actions/new?kind=sponsor_rejection&all=yes&matching=query%3Dno&count=2',
  ...adminCampaignSorts.flatMap((sort) => [
    `/admin/campaigns?sort=${sort}&after=4611686018427387904_1795780000`,
    `/admin/campaigns?sort=${sort}&query=boots&state=active&flagged=no`,
  ]),
  ...adminAdRequestSorts.flatMap((sort) => [
    `/admin/ad-requests?sort=${sort}&query=boots&state=pending`,
    `/admin/ad-requests?sort=${sort}&campaign=1`,
    ...['pending', 'accepted', 'rejected', 'withdrawn', 'expired'].map(
      (state) => `/admin/ad-requests?sort=${sort}&state=${state}&origin=invitation`,
    ),
    `/admin/ad-requests?sort=${sort}&turn=sponsor&after=${cursorFor(sort)}`,
  ]),
  ...['users', 'campaigns', 'ad-requests'].flatMap((list) => [
    `/admin/${list}?flagged=yes`,
    `/admin/${list}?flagged=yes&sort=oldest`,
  ]),
  ...['newest', 'oldest'].map((sort) => `/admin/mail?account=5&sort=${sort}`),
  ...['standing', 'appealed', 'over', 'lifted', 'all'].map((state) => `/admin/flags?state=${state}&owner=5`),
  ...['', '&status=suspended', '&role=member', '&confirmed=no', '&query=ma', '&joined_from=2026-01-01'].map(
    (filter) => `/admin/users?sort=name${filter}&after=9`,
  ),
  '/admin/users?joined_from=2026-01-01&joined_until=2026-11-27',
  '/admin/campaigns?published_from=2026-01-01',
  ...adminAdRequestSorts.flatMap((sort) => [
    `/admin/ad-requests?sort=${sort}&sent_from=2026-01-01&sent_until=2026-11-27`,
    `/admin/ad-requests?sort=${sort}&state=expired&ended_until=2026-11-27`,
    `/admin/ad-requests?sort=${sort}&state=decided&ended_from=2026-01-01`,
    `/admin/ad-requests?sort=${sort}&answered_from=2026-01-01&state=accepted`,
    `/admin/ad-requests?sort=${sort}&answer_time=longer&after=9_9_9`,
  ]),
  '/ad-requests?listing=agreed&ended_from=2026-01-01&ended_until=2026-11-27',
  '/ad-requests?listing=all&result=decided&ended_from=2026-01-01&ended_until=2026-11-27',
  '/ad-requests?listing=all&answered_from=2026-01-01&answer_time=day',
  '/notifications?after=100',
]

/** A cursor has as many numbers as its sort order has columns. */
function cursorFor(sort: string): string {
  if (sort === 'closing') return '9_9_9'
  return sort === 'amount' ? '9_9' : '9'
}

/** Pages for influencers who were selected in a list. */
function selectionPages(chosen: string): string[] {
  const [one, two] = chosen.split('&')
  return [
    `/comparison?${one}`,
    `/comparison?${one}&${two}`,
    `/comparison?${chosen}`,
    `/shortlists/choice?${chosen}`,
    `/ad-requests/new?${chosen}`,
  ]
}

async function idsOf(client: Client): Promise<Record<string, unknown>> {
  const { rows } = await client.execute(`select
    (select id from users where username = 'northway') as sponsor,
    (select id from users where username = 'mara') as influencer,
    (select id from users where role = 'admin') as admin,
    (select id from campaigns where sponsor_id = (select id from users where username = 'northway')) as campaignId,
    (select id from users where username = 'mara') as influencerId,
    (select id from users where username = 'mara') as userId,
    (select id from ad_requests where influencer_id = (select id from users where username = 'mara')) as adRequestId,
    (select id from channels where influencer_id = (select id from users where username = 'mara')) as channelId,
    (select id from rates where influencer_id = (select id from users where username = 'mara')) as rateId,
    printf('%032d.ics', 0) as file,
    strftime('%Y-%m') as report,
    (select group_concat('influencer_id=' || user_id, '&') from (select user_id from influencers limit 6)) as chosen`)
  return { ...rows[0] }
}

async function planOf(client: Client, sql: string): Promise<string[]> {
  const withoutTexts = sql.replace(/'[^']*'/g, '')
  const parameters = Array.from({ length: withoutTexts.split('?').length - 1 }, () => 1)
  // If EXPLAIN is the first to use a full-text table, it stays open and the file cannot be closed. So read it first.
  const tables =
    sql.match(
      /\b(influencer|campaign|admin_campaign|account|sponsor|audit_event|abuse_case|flag)s_by_\w+/g,
    ) ?? []
  const results = await client.batch([
    ...tables.map((table) => `select 1 from ${table} limit 1`),
    { sql: `explain query plan ${sql}`, args: parameters },
  ])
  return (results.at(-1)?.rows ?? []).map(({ detail }) => String(detail))
}

function isRead(sql: string): boolean {
  return /^\s*(select|with)\b/i.test(sql)
}

function isAllowed(sql: string, step: string): boolean {
  return allowed.some((exception) => exception.select.test(sql) && exception.step.test(step))
}
