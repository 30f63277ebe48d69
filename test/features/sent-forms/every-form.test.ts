import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeTable } from '../../route-table.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeSession, PASSWORD } from '../../support/people.ts'
import { makeRouteFixtures, type RouteFixtures } from '../../support/routes/route-fixtures.ts'

const SIGNED_OUT =
  'You were signed out before this was sent. Nothing has been saved yet. Check it and send it again.'
const PRESS_AGAIN = 'You were signed out, so nothing was done. Press it again.'

/** What somebody typed, to find it again on the page. */
const TYPED = 'Typed with great care'

let app: App
/** The same for all forms: none of them may change anything. */
let fixtures: RouteFixtures
beforeAll(async () => {
  app = await startApp()
  fixtures = await makeRouteFixtures(app)
})
afterAll(() => app.close())

/** Belongs to the session that has ended, so it begins again. */
const twoFactorSetup = 'POST /settings/security/two-factor/setup'

/** Everything that a browser sends for somebody who is signed in. */
const rescued = Object.entries(routeTable).filter(
  ([route, who]) =>
    route.startsWith('POST ') && who[0] === 's' && who.slice(1).includes('+') && route !== twoFactorSetup,
)

/** They lead back to their page: nobody types anything into them. */
const buttons =
  /\/(resubmission|read|withdrawal|exports|deletion\/end|tests\/:channel|email-retry|email\/link|cancellation|removal|address|publication|pause|pause\/end|completion|completion\/undo|visit|stop|resumption|chunks|position|retirement|retirement\/end|verification|start|retry|own|sessions\/:sessionId\/end|other-sessions\/end|recovery-codes\/saved|bad-faith\/:reportId|bad-faith\/:reportId\/end)$/
const formsCalledLikeButtons = [
  'POST /shortlists/:shortlistId/members/removal',
  'POST /admin/flags/:flagId/removal',
]
const ownDeletions = /^POST \/(campaigns|shortlists)\/:\w+\/deletion$/
// The test types into them.
const typedInto = /\/(flag|suspension|two-factor)\/removal$/

function isButton(route: string): boolean {
  if (formsCalledLikeButtons.includes(route) || typedInto.test(route)) return false
  return buttons.test(route) || ownDeletions.test(route)
}

/** Forms without a field for free text, of those that `fieldsFor` fills in. */
const withoutText =
  /(password|security\/two-factor|security\/two-factor\/removal|recovery-codes|settings\/data\/deletion|settings\/notifications|rates|rates\/:rateId|members\/removal|assignment|assignment\/end|approval)$/

describe.each(rescued)('%s', (route, who) => {
  test('loses nothing if the session has ended', async () => {
    const { people, pathOf, ids } = fixtures
    const person = people[who.slice(1).indexOf('+')]
    if (!person) throw new Error(`Nobody may use ${route}.`)
    const { browser } = person
    browser.setCookie('parley_session', await makeSession(app, person.id))
    const path = pathOf(route.slice('POST '.length))
    const page = await browser.get('/settings/password')
    const token = page.document.querySelector('[name=form_token]')?.getAttribute('value') ?? ''
    expect(token).not.toBe('')

    await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [person.id] })
    // Signing in for the first time sends no e-mail about a new device.
    await app.db.execute('update users set last_seen_at = null')
    const before = await snapshot()
    await browser.post(
      path,
      { ...fieldsFor(ids), form_token: token },
      { Referer: `${app.url}/settings/password` },
    )
    expect(browser.page.url).toMatch(/^\/sign-in\?next=%2Funsent%2F/)
    await browser.submit('Sign in', { username: person.username, password: PASSWORD })

    expect(browser.page.status).toBe(200)
    if (isButton(route)) {
      expect(browser.page.text).toContain(PRESS_AGAIN)
      expect(browser.page.url).toBe('/settings/password')
    } else {
      expect(browser.page.text).toContain(SIGNED_OUT)
      if (!withoutText.test(route)) expect(browser.page.html).toContain(TYPED)
    }
    const after = await snapshot()
    expect([...after.keys()].filter((table) => after.get(table) !== before.get(table))).toEqual([])
  })
})

/** A superset of what the forms have. */
function fieldsFor(ids: Readonly<Record<string, string | number>>): Record<string, string> {
  const texts = [
    'name',
    'brief',
    'message',
    'reason',
    'comment',
    'bio',
    'details',
    'text',
    'title',
    'note',
    'appeal',
  ]
  return {
    ...Object.fromEntries(texts.map((name) => [name, TYPED])),
    about: TYPED,
    company_name: TYPED,
    display_name: TYPED,
    requirements: TYPED,
    words: TYPED,
    handle: TYPED,
    subject: 'campaign',
    id: String(ids.campaignId),
    subject_id: String(ids.campaignId),
    kind: 'sponsor_rejection',
    selected: String(ids.userId),
    influencer_id: String(ids.influencerId),
    filters: '',
  }
}

/** Everything that people store, without what signing in itself changes. */
async function snapshot(): Promise<ReadonlyMap<string, unknown>> {
  const { rows: columns } = await app.db.execute(
    `select t.name as "table", group_concat('cast("' || c.name || '" as text)') as cells
      from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.sql not like 'create virtual%' group by t.name`,
  )
  const tables = columns.filter(({ table }) => !changedBySigningIn.test(String(table)))
  const results = await app.db.batch(tables.map(({ table, cells }) => `select ${cells} from "${table}"`))
  return new Map(tables.map(({ table }, at) => [String(table), JSON.stringify(results[at]?.rows)]))
}

// The tables of the search are made from the others.
const changedBySigningIn =
  /^(sessions|kept_forms|attempts|users|security_.*)$|search|sort_keys|sqlite_|_(config|data|docsize|idx|content)$/
