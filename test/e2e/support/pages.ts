import type { Client } from '@libsql/client/http'
import { addMonths, monthAt } from '../../../src/features/reports/month.ts'
import { routeTable } from '../../route-table.ts'

export const roles = [
  'visitor',
  'waiting sponsor',
  'rejected sponsor',
  'sponsor',
  'influencer',
  'admin',
] as const

export type Role = (typeof roles)[number]

/** Ids of demo data that a person may see, by parameter name. `user` is the person. */
export type Ids = Readonly<Record<string, number>>

// The column of each role in the route table.
const columns: Record<Role, number> = {
  visitor: 0,
  'waiting sponsor': 1,
  'rejected sponsor': 1,
  sponsor: 2,
  influencer: 4,
  admin: 6,
}

/** The patterns of all pages that a role may open, and more states of the same pages. */
export function pagesOf(role: Role): string[] {
  const pages = Object.entries(routeTable)
    .filter(([route, who]) => route.startsWith('GET ') && who[columns[role]] === '+')
    .map(([route]) => route.slice('GET '.length))
    .filter((path) => !noPage.test(path) && (role === 'visitor' || !leadsIn.test(path)))
  return [...pages, ...states[role]]
}

// Not HTML pages, those that need the link from a mail, those that lead elsewhere, and one whose URL has no id (see
// `reports`).
const noPage =
  /^\/(admin\/bulk-actions\/new$|healthz|robots\.txt|sitemap|\.well-known|calendar\/|unsubscribe|email-confirmation|email-change-undo|password-reset|unsent|exports\/|reports\/:|flags\/:subject)/

// For visitors only.
const leadsIn = /^\/sign-/

// The past month of the demo has everything that a report can show.
const reports = [0, -1].map((months) => `/reports/${addMonths(monthAt(Date.now(), 'UTC'), months)}`)

const linkedInMails = ['/unsubscribe/:unsubscribeToken', '/exports/:exportId?token=:exportToken']

const requestStates = [
  '/ad-requests?listing=theirs',
  '/ad-requests?listing=agreed',
  '/ad-requests?listing=closed',
  '/ad-requests/:mine?answer=accept',
  '/ad-requests/:mine?answer=offer',
  '/ad-requests/:mine?answer=reject',
  '/ad-requests/:theirs?answer=offer',
  '/ad-requests/:accepted',
  '/ad-requests/:rejected',
  '/ad-requests/:expired',
]

const states: Record<Role, readonly string[]> = {
  visitor: [
    ...linkedInMails,
    '/campaigns/:campaignId',
    '/sign-in?next=/home',
    '/influencers?query=zz&category=gaming',
    '/nowhere',
  ],
  'waiting sponsor': [],
  'rejected sponsor': [],
  sponsor: [
    ...reports,
    '/exports/:exportId',
    ...requestStates,
    '/campaigns/:draft',
    '/campaigns/:paused',
    '/campaigns/:completed',
    '/campaigns?state=completed',
    '/influencers?category=outdoors&platform=instagram',
    '/influencers?query=trail&followers_from=many&price_to=3000&rating_from=4',
    '/comparison?influencer_id=15&influencer_id=16&influencer_id=17',
    '/shortlists/choice?influencer_id=15&influencer_id=16',
    '/ad-requests/new?influencer_id=:influencerId',
    '/ad-requests/new?influencer_id=:influencerId&campaign_id=:campaignId',
    '/nowhere',
  ],
  influencer: [
    ...reports,
    ...requestStates,
    '/campaigns?category=outdoors',
    '/abuse-reports/new?subject=campaign&id=:campaignId',
    '/abuse-reports/new?subject=message&id=:messageId',
  ],
  admin: [
    ...reports,
    '/admin/jobs?job=sweep',
    '/ad-requests/:accepted',
    '/admin/sponsors?status=active',
    '/admin/sponsors?status=renamed',
    '/admin/bulk-actions/new?kind=sponsor_rejection&selected=:waitingId',
    '/admin/bulk-actions/new?kind=sponsor_approval&all=yes&matching=&count=40',
    '/admin/sponsors?status=rejected',
    '/admin/flags/new?subject=user&subject_id=:influencerId',
    '/admin?period=year',
    '/admin/users/:influencerId',
    '/admin/users/:suspended',
    '/admin/users?query=zzzz',
    '/admin/abuse-reports?tab=closed',
    '/admin/abuse-reports/:closedCase',
  ],
}

/** The path of a page. Throws if the demo data has nothing to fill in. */
export function pathOf(pattern: string, ids: Readonly<Record<string, number | string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (!id) throw new Error(`The demo has no ${name} for ${pattern}`)
    return String(id)
  })
}

/** One id of each kind that this person, or a visitor (null), may see. */
export async function findIds(db: Client, username: string | null): Promise<Ids> {
  const ids: Record<string, number> = {}
  for (const [name, sql] of Object.entries(queries)) {
    const { rows } = await db.execute({ sql, args: sql.includes(':username') ? { username } : {} })
    if (rows[0]) ids[name] = Number(rows[0].id)
  }
  return ids
}

const mine = `(select id from users where username = :username)`
const myCampaigns = `select id from campaigns where (sponsor_id = ${mine}
  or not exists (select 1 from sponsors where user_id = ${mine}))`
const myRequests = `select r.id from ad_requests r join campaigns c on c.id = r.campaign_id
  join users u on u.username = :username where (u.role = 'admin' or u.id in (r.influencer_id, c.sponsor_id))`
const now = 'unixepoch() * 1000'

const queries: Readonly<Record<string, string>> = {
  user: `select id from users where username = :username`,
  campaignId: `${myCampaigns} and state = 'active' and visibility = 'public' and ends_at > ${now}
    and flagged_at is null and sponsor_id in (select id from users where status = 'active')
    and not exists (select 1 from ad_requests where campaign_id = campaigns.id and influencer_id = ${mine})`,
  draft: `${myCampaigns} and state = 'draft'`,
  paused: `${myCampaigns} and state = 'paused'`,
  completed: `${myCampaigns} and state = 'completed'`,
  adRequestId: `${myRequests} and r.state = 'pending' and r.closes_at > ${now}`,
  mine: `${myRequests} and r.state = 'pending' and r.closes_at > ${now} and r.turn = u.role`,
  theirs: `${myRequests} and r.state = 'pending' and r.closes_at > ${now} and r.turn <> u.role`,
  accepted: `${myRequests} and r.state = 'accepted'`,
  rejected: `${myRequests} and r.state = 'rejected'`,
  expired: `${myRequests} and (r.state = 'expired' or r.state = 'pending' and r.closes_at <= ${now})`,
  influencerId: `select user_id as id from influencers where user_id = ${mine} or ${mine} is null
    or not exists (select 1 from influencers where user_id = ${mine}) order by reach desc`,
  shortlistId: `select id from shortlists where sponsor_id = ${mine}`,
  searchId: `select id from saved_searches where user_id = ${mine}`,
  userId: `select id from users where role = 'sponsor' and status = 'active'`,
  waitingId: `select id from users where role = 'sponsor' and status = 'pending'`,
  bulkActionId: 'select id from bulk_actions',
  reasonTemplateId: 'select id from reason_templates',
  suspended: `select id from users where status = 'suspended'`,
  exportId: `select id from exports where user_id = ${mine}`,
  reportId: `select id from abuse_reports where reporter_id = ${mine}`,
  flagId: `select id from flags where owner_id = ${mine}
    or not exists (select 1 from flags where owner_id = ${mine}) order by id`,
  caseId: `select id from abuse_cases where state = 'open' order by weight desc`,
  closedCase: `select id from abuse_cases where state <> 'open'`,
  messageId: `select m.id from messages m join ad_requests r on r.id = m.ad_request_id
    where m.author_id <> ${mine} and ${mine} in (r.influencer_id, r.sponsor_id)`,
  channelId: `select id from channels where influencer_id = ${mine}`,
  rateId: `select id from rates where influencer_id = ${mine}`,
}
