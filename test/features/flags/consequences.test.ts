import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSituations } from '../../../src/features/reminders/queries.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { type App, startApp } from '../../support/app.ts'
import type { Visitor } from '../../support/visitor.ts'
import { flag, lift, makeWorld, type Subject, type World } from './world.ts'

/**
 * What a flag changes in each feature. Each check is true while nothing is flagged. `changes` are the flags that make it
 * false. A new feature needs a line, or says why it needs none.
 */
const consequences: Readonly<Record<string, readonly Check[] | string>> = {
  discovery: [
    check('the search for influencers', ['influencer'], ({ rival, influencer, names }) =>
      lists(rival.browser, `/influencers?query=${names.influencer}`, `/influencers/${influencer.id}`),
    ),
    check('the public list of influencers', ['influencer'], ({ influencer }) =>
      lists(visitor(), '/influencers?sort=newest', `/influencers/${influencer.id}`),
    ),
    check('the search for campaigns', ['sponsor', 'campaign'], ({ reader, campaignId, names }) =>
      lists(reader.browser, `/campaigns?query=${names.campaign}`, `/campaigns/${campaignId}`),
    ),
    check('the public list of campaigns', ['sponsor', 'campaign'], ({ campaignId }) =>
      lists(visitor(), '/campaigns', `/campaigns/${campaignId}`),
    ),
    check('the comparison', ['influencer'], ({ rival, influencer, reader, names }) =>
      shows(
        rival.browser,
        `/comparison?influencer_id=${influencer.id}&influencer_id=${reader.id}`,
        names.influencer,
      ),
    ),
    check('adding to a shortlist', ['influencer'], async ({ rival, influencer, names }) => {
      await app.db.execute(`delete from shortlists where sponsor_id = ${rival.id}`)
      await app.db.execute(
        `insert into shortlists (sponsor_id, name, created_at) values (${rival.id}, 'All', 1)`,
      )
      const { rows } = await app.db.execute(`select id from shortlists where sponsor_id = ${rival.id}`)
      await rival.browser.post(`/shortlists/${rows[0]?.id}/members`, { influencer_id: String(influencer.id) })
      return shows(rival.browser, `/shortlists/${rows[0]?.id}`, names.influencer)
    }),
  ],
  influencers: [
    check('the profile', ['influencer'], ({ influencer }) =>
      opens(visitor(), `/influencers/${influencer.id}`),
    ),
    check('the profile, for sponsors', ['influencer'], ({ rival, influencer }) =>
      opens(rival.browser, `/influencers/${influencer.id}`),
    ),
  ],
  campaigns: [
    check('the page of a campaign', ['campaign', 'sponsor'], ({ campaignId }) =>
      opens(visitor(), `/campaigns/${campaignId}`),
    ),
    check(
      'the page of a campaign, for who is invited to it',
      ['campaign', 'sponsor'],
      ({ influencer, campaignId }) => opens(influencer.browser, `/campaigns/${campaignId}`),
    ),
  ],
  'ad-requests': [
    check('applying', ['campaign', 'sponsor'], ({ reader, campaignId }) =>
      opens(reader.browser, `/campaigns/${campaignId}/applications`),
    ),
    check('inviting', ['campaign', 'sponsor'], async ({ sponsor, reader, campaignId }) => {
      const path = `/ad-requests/new?campaign_id=${campaignId}&influencer_id=${reader.id}`
      return !(await shows(sponsor.browser, path, 'under review'))
    }),
    check('accepting', ['influencer', 'campaign', 'sponsor', 'ad_request'], ({ influencer, adRequestId }) =>
      shows(influencer.browser, `/ad-requests/${adRequestId}`, 'Review and accept offer'),
    ),
    check('countering', ['influencer', 'campaign', 'sponsor', 'ad_request'], ({ influencer, adRequestId }) =>
      shows(influencer.browser, `/ad-requests/${adRequestId}`, 'Counter'),
    ),
    check('writing', ['ad_request'], ({ influencer, adRequestId }) =>
      shows(influencer.browser, `/ad-requests/${adRequestId}`, 'Send message'),
    ),
    check('reading a message', ['message'], ({ influencer, adRequestId }) =>
      shows(influencer.browser, `/ad-requests/${adRequestId}`, 'Call me on another site.'),
    ),
  ],
  home: [
    check('new campaigns on the home page', ['campaign', 'sponsor'], ({ reader, names }) =>
      shows(reader.browser, '/home', names.campaign),
    ),
  ],
  marketing: [
    check('the influencers on the landing page', ['influencer'], ({ names }) =>
      shows(visitor(), '/', names.influencer),
    ),
    check('the campaigns on the landing page', ['campaign', 'sponsor'], ({ names }) =>
      shows(visitor(), '/', names.campaign),
    ),
    check('the sitemap', ['influencer'], ({ influencer }) => inSitemap('influencers', influencer.id)),
    check('the sitemap of campaigns', ['campaign', 'sponsor'], ({ campaignId }) =>
      inSitemap('campaigns', campaignId),
    ),
  ],
  reminders: [
    check('campaigns that fit, in the daily reminder', ['campaign', 'sponsor'], async (world) =>
      (await reminderFor(world)).recent.some(({ id }) => id === world.campaignId),
    ),
    check(
      'offers to answer, in the daily reminder',
      ['influencer', 'campaign', 'sponsor', 'ad_request'],
      async (world) => (await reminderFor(world)).waiting.some(({ id }) => id === world.adRequestId),
    ),
  ],
  exports: [
    check('the column of the file', ['ad_request'], async ({ sponsor }) => {
      const csv = await (await sponsor.browser.send('/exports/ad-requests.csv')).text()
      return /,,http[^,]*\/ad-requests\/\d+/.test(csv)
    }),
  ],
  'abuse-reports': 'Reports and flags are apart: what is flagged can still be reported.',
  activity: 'Records what happens. Nothing in it is public.',
  accounts: 'People sign in and change their settings as before.',
  // Admins see everything, and in each list what is not flagged apart from what is.
  admin: [
    check('the people who are not flagged', ['influencer'], ({ admin, influencer, names }) =>
      lists(
        admin.browser,
        `/admin/users?flagged=no&query=${names.influencer}`,
        `/admin/users/${influencer.id}`,
      ),
    ),
    check('the sponsors who are not flagged', ['sponsor'], ({ admin, sponsor, names }) =>
      lists(admin.browser, `/admin/users?flagged=no&query=${names.sponsor}`, `/admin/users/${sponsor.id}`),
    ),
    check('the campaigns that are not flagged', ['campaign'], ({ admin, campaignId, names }) =>
      lists(admin.browser, `/admin/campaigns?flagged=no&query=${names.campaign}`, `/campaigns/${campaignId}`),
    ),
    check('the requests that are not flagged', ['ad_request'], ({ admin, adRequestId }) =>
      lists(admin.browser, '/admin/ad-requests?flagged=no', `/ad-requests/${adRequestId}`),
    ),
    check('no standing flags of them', ['influencer'], async ({ admin, influencer }) =>
      shows(admin.browser, `/admin/flags?owner=${influencer.id}`, 'No flags'),
    ),
  ],
  audit: 'Seals what happened.',
  'bulk-actions': 'Has no action that a flag stops.',
  calendar: 'Has deals that go on, and offers whose time goes on.',
  collaborations: 'Running deals go on.',
  'email-addresses': 'People confirm and change their address as before.',
  'email-links': 'Links in e-mails work as before.',
  flags: 'Shows flags to their owners and admins.',
  jobs: 'Runs what other features do.',
  notifications: 'People are still told what happens to them.',
  'password-reset': 'People reset their password as before.',
  'personal-data': 'People get a copy of all their data, and can delete it, flagged or not.',
  'price-guidance': 'Counts agreed deals, which stay agreed. It names nobody.',
  'reason-templates': 'Texts that admins choose from.',
  reports: 'Counts what happened, for the two sides themselves.',
  'sign-up': 'Nobody new has a flag.',
  'sent-forms': 'What people typed is kept for them as before.',
  sponsors: 'Has no public page yet.',
  statistics: 'Counts flagged things too, for admins and their owners.',
  'security-log': 'People see what happened to their account as before.',
  viewer: 'Flagged people stay signed in.',
}

type Flagged = 'influencer' | 'sponsor' | 'campaign' | 'ad_request' | 'message'

interface Check {
  readonly name: string
  readonly changes: readonly Flagged[]
  readonly holds: (world: World) => Promise<boolean>
}

function check(name: string, changes: Check['changes'], holds: Check['holds']): Check {
  return { name, changes, holds }
}

let app: App
beforeEach(async () => {
  // With a cache, so that a flag that does not invalidate it is found. People are inserted past it: a new one each time.
  app = await startApp({}, { cached: true })
})
afterEach(() => app.close())

const visitor = () => app.visitor()

async function opens(browser: Visitor, path: string) {
  return (await browser.get(path)).status === 200
}

async function shows(browser: Visitor, path: string, text: string) {
  const page = await browser.get(path)
  return page.status === 200 && page.text.includes(text)
}

/** Whether a list has a link to this page. */
async function lists(browser: Visitor, path: string, href: string) {
  return (await browser.get(path)).html.includes(`href="${href}"`)
}

async function inSitemap(kind: 'influencers' | 'campaigns', id: number) {
  const index = (await (await visitor().send('/sitemap.xml')).text()).matchAll(
    /<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/g,
  )
  for (const [, path = ''] of index) {
    const part = await (await visitor().send(path)).text()
    if (part.includes(`/${kind}/${id}<`)) return true
  }
  return false
}

async function reminderFor({ influencer }: World) {
  const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
  const person = {
    id: influencer.id as UserId,
    role: 'influencer',
    status: 'active',
    timeZone: 'UTC',
  } as const
  const { situations, recent } = await readSituations(
    db,
    [{ ...person, nextReminderAt: 0, lastSeenAt: 0 }],
    Date.now(),
  )
  return { recent, waiting: situations.get(person.id)?.waiting ?? [] }
}

const subjects: Record<Flagged, (world: World) => readonly [Subject, number]> = {
  influencer: ({ influencer }) => ['user', influencer.id],
  sponsor: ({ sponsor }) => ['user', sponsor.id],
  campaign: ({ campaignId }) => ['campaign', campaignId],
  ad_request: ({ adRequestId }) => ['ad_request', adRequestId],
  message: ({ messageId }) => ['message', messageId],
}

it('every feature says what a flag changes in it', () => {
  const features = readdirSync(join(import.meta.dirname, '../../../src/features'))
  const advice =
    'Add a line for each new feature to `consequences` in test/features/flags/consequences.test.ts'
  expect(Object.keys(consequences).sort(), advice).toEqual(features.sort())
})

describe.each(Object.keys(subjects) as Flagged[])('a flagged %s', (flagged) => {
  it('changes everything that the list says, nothing else, and only until the flag is lifted', async () => {
    const world = await makeWorld(app)
    const checks = Object.values(consequences).flatMap((checks) => (typeof checks === 'string' ? [] : checks))
    const broken = async () => {
      const names: string[] = []
      for (const { name, holds } of checks) if (!(await holds(world))) names.push(name)
      return names
    }
    expect(await broken()).toEqual([])
    const id = await flag(app, world, ...subjects[flagged](world))
    expect(await broken()).toEqual(
      checks.filter(({ changes }) => changes.includes(flagged)).map(({ name }) => name),
    )
    await lift(world, id)
    expect(await broken()).toEqual([])
    // It opens more than a hundred pages.
  })
})
