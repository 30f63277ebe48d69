import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { valuesOf } from '../../../support/visitor.ts'
import { flag, makeWorld } from '../../flags/world.ts'

/**
 * Every list with actions in its rows, but for undelivered messages: one that is retried is sent after the response, and
 * may be back by the time that the page is looked at.
 */
const lists = [
  '/admin/sponsors',
  '/admin/sponsors?status=renamed',
  '/admin/users',
  '/admin/campaigns',
  '/admin/ad-requests',
  '/admin/flags',
  '/admin/abuse-reports',
]

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp()
  const world = await makeWorld(app)
  admin = world.admin
  await makePerson(app, 'sponsor', { status: 'pending', display_name: 'Waiting One' })
  await makePerson(app, 'sponsor', { status: 'pending', display_name: 'Waiting Two' })
  for (const name of ['Renamed One', 'Renamed Two']) {
    const sponsor = await makePerson(app, 'sponsor', { display_name: `${name} Before` })
    await sponsor.browser.get('/settings/profile')
    await sponsor.browser.submit('Save', { company_name: name })
  }
  const suspended = await makePerson(app, 'influencer', { display_name: 'Suspended' })
  await app.db.execute({
    sql: "update users set status = 'suspended', suspended_from = 'active', suspension_reason = 'Spam.' where id = ?",
    args: [suspended.id],
  })
  await flag(app, world, 'user', world.rival.id)
  await flag(app, world, 'campaign', world.campaignId)
  await flag(app, world, 'ad_request', world.adRequestId)
  await app.db.batch([
    {
      sql: `insert into abuse_cases (subject, subject_id, owner_id, title, excerpt, path, opened_at, reported_at)
        values ('campaign', ?, ?, 'x', '', '/home', 1, 1)`,
      args: [world.campaignId, world.sponsor.id],
    },
  ])
})
afterAll(() => app.close())

test('after an action in a row, every count around it and in the navigation is right', async () => {
  const done: string[] = []
  for (const list of lists) {
    const seen = new Set<string>()
    for (;;) {
      const before = await admin.browser.get(list)
      const form = [...before.document.querySelectorAll('form[hx-post]')].find(
        (one) => !seen.has(nameOf(one)),
      )
      if (!form) break
      const action = form.getAttribute('action') ?? ''
      seen.add(nameOf(form))
      const answer = await admin.browser.post(
        action,
        { ...valuesOf(form), ...reasonsIn(form) },
        { 'HX-Request-Type': 'partial', 'HX-Current-URL': app.url + list },
      )
      expect(answer.status, action).toBe(200)
      done.push(`${list} ${nameOf(form)}`)

      const after = await admin.browser.get(list)
      expect(shownAfter(before.html, answer.html), action).toEqual(shownIn(after.html))
    }
  }
  expect(done.length).toBeGreaterThanOrEqual(7)
  expect(done).toEqual(expect.arrayContaining([expect.stringContaining('approval')]))
})

/** The counts that a browser shows after the answer: those of the page before, and those that the answer replaces. */
function shownAfter(before: string, answer: string): Record<string, string> {
  return withoutEmpty(new Map([...countsIn(before), ...countsIn(answer)]))
}

function shownIn(html: string): Record<string, string> {
  return withoutEmpty(countsIn(html))
}

function withoutEmpty(counts: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...counts].filter(([, text]) => text !== '' && text !== 'All 0 that match'))
}

/** The action without the id of its row, so that each action is tried once in a list. */
function nameOf(form: Element): string {
  return (form.getAttribute('action') ?? '').replace(/\?.*/, '').replace(/\d+/g, ':id')
}

/** Every field for a reason, filled in. */
function reasonsIn(form: Element): Record<string, string> {
  const fields = [...form.querySelectorAll('textarea')].flatMap((field) => field.getAttribute('name') ?? [])
  return Object.fromEntries(fields.map((name) => [name, 'It was a mistake, and we are sorry.']))
}

/** The counts of a page or a fragment: beside the list and its tabs, in the navigation, and at the bell. */
function countsIn(html: string): Map<string, string> {
  const { document } = parseHTML(`<html><body>${html.replace(/^[\s\S]*<body[^>]*>/, '')}</body></html>`)
  const counts = [...document.querySelectorAll('[id*="-count"], .top-nav, .menu-nav, .bell')]
  return new Map(
    counts.map((one) => [
      one.id || one.className.split(' ')[0] || '',
      (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ]),
  )
}
