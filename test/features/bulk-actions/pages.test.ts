import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHUNK } from '../../../src/features/bulk-actions/bulk-action.ts'
import { type App, startApp } from '../../support/app.ts'
import { formSender } from '../../support/form-sender.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'
import { addWaiting, summaryOf } from './setup.ts'

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp(withoutMail)
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(() => app.close())

const NEW = '/admin/bulk-actions/new'
const selected = (ids: readonly number[]) => ids.map((id) => `selected=${id}`).join('&')

describe('a few selected rows', () => {
  it('are changed at once, after a question', async () => {
    const ids = await addWaiting(app.db, 3)
    await admin.browser.get(`${NEW}?kind=sponsor_approval&${selected(ids)}`)
    expect(admin.browser.sees('Approve 3 sponsors?')).toBe(true)
    expect(admin.browser.sees('Company 1, Company 2, Company 3')).toBe(true)
    expect(admin.browser.sees("We'll e-mail each of them")).toBe(true)
    expect(await summaryOf(app.db, ids)).toEqual({ 'pending 0 0 0': 3 })

    await admin.browser.submit('Approve 3 sponsors')
    expect(admin.browser.page.url).toBe('/admin/sponsors')
    expect(admin.browser.sees('Done. Everyone affected has been notified, except deleted accounts.')).toBe(
      true,
    )
    expect(await summaryOf(app.db, ids)).toEqual({ 'active 1 1 1': 3 })
  })

  it('lead to the list of those that were left out, if there are any', async () => {
    const ids = await addWaiting(app.db, 3)
    await admin.browser.get(`${NEW}?kind=sponsor_approval&${selected(ids)}`)
    await app.db.execute({
      sql: "update users set status = 'active', version = version + 1 where id = ?",
      args: [ids[1] ?? 0],
    })
    await admin.browser.submit('Approve 3 sponsors')
    expect(admin.browser.page.url).toMatch(/^\/admin\/bulk-actions\/\d+$/)
    expect(admin.browser.sees('Done: 2 approved, 1 skipped.')).toBe(true)
    expect(admin.browser.page.text).toMatch(/Company 2.*Skipped.*Already approved/)
  })

  it('are rejected with a reason; without one, nothing that was typed is lost', async () => {
    const ids = await addWaiting(app.db, 2)
    await admin.browser.get(`${NEW}?kind=sponsor_rejection&${selected(ids)}`)
    await admin.browser.submit('Reject 2 sponsors', { reason: '' })
    expect(admin.browser.page.status).toBe(422)
    expect(admin.browser.sees('Enter a reason')).toBe(true)
    await admin.browser.submit('Reject 2 sponsors', { reason: 'y'.repeat(1_001) })
    expect(admin.browser.page.status).toBe(422)
    expect(admin.browser.page.html).toContain('y'.repeat(1_001))

    await admin.browser.submit('Reject 2 sponsors', { reason: 'Who are you?' })
    expect(await summaryOf(app.db, ids)).toEqual({ 'rejected 1 1 1': 2 })
    const { rows } = await app.db.execute({
      sql: "select note, audited from events where kind = 'rejected' and subject_id = ?",
      args: [ids[0] ?? 0],
    })
    expect(rows).toEqual([{ note: 'Who are you?', audited: 1 }])
    await admin.browser.get('/admin/bulk-actions')
    expect(admin.browser.page.text).toMatch(/Reject 2 sponsors.*Ada.*Done.*2 rejected/)
  })

  it('are changed once by a form that is submitted twice', async () => {
    const ids = await addWaiting(app.db, 2)
    await admin.browser.get(`${NEW}?kind=sponsor_approval&${selected(ids)}`)
    const before = await countActions()
    const send = formSender(admin.browser, app.url, 'Approve 2 sponsors')
    const responses = await Promise.all([send(), send(), send()])
    expect(responses.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await summaryOf(app.db, ids)).toEqual({ 'active 1 1 1': 2 })
    expect((await countActions()) - before).toBe(1)
  })

  it('that do not fit into a chunk start one action if the form is submitted twice', async () => {
    const ids = await addWaiting(app.db, CHUNK + 1)
    await admin.browser.get(`${NEW}?kind=sponsor_approval&${selected(ids)}`)
    const before = await countActions()
    const send = formSender(admin.browser, app.url, `Approve ${ids.length} sponsors`)
    const responses = await Promise.all([send(), send(), send()])
    const places = responses.map(({ headers }) => headers.get('Location'))
    expect(new Set(places).size).toBe(1)
    expect(places[0]).toMatch(/^\/admin\/bulk-actions\/\d+$/)
    expect((await countActions()) - before).toBe(1)
    await app.db.execute("delete from users where status = 'pending'")
  })

  it('say how many had left the list when it was their turn', async () => {
    await addWaiting(app.db, CHUNK + 10)
    const all = `all=yes&matching=query%3DCompany&count=${CHUNK + 10}`
    await admin.browser.get(`${NEW}?kind=sponsor_approval&${all}`)
    await admin.browser.submit(`Approve ${CHUNK + 10} sponsors`)
    // Another admin is faster with the rest.
    await app.db.execute("update users set status = 'active', version = version + 1 where status = 'pending'")
    await admin.browser.submit('Continue')
    const { text } = admin.browser.page
    const changed = Number(/Done: (\d+) approved/.exec(text)?.[1])
    expect(changed).toBeLessThan(CHUNK + 10)
    expect(text).toContain(`Done: ${changed} approved, ${CHUNK + 10 - changed} no longer in the list.`)
  })

  async function countActions(): Promise<number> {
    return Number((await app.db.execute('select count(*) as n from bulk_actions')).rows[0]?.n)
  }
})

it('the list has tabs with counts, a filter by kind, both orders and a file', async () => {
  const { browser } = admin
  await browser.get('/admin/bulk-actions?state=stopped')
  expect(browser.sees('No bulk actions here')).toBe(true)
  await browser.get('/admin/bulk-actions?kind=sponsor_rejection')
  const { document } = browser.page
  expect(document.querySelector('#bulk-actions-count')?.textContent).toBe('1 bulk action')
  expect(document.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(browser.page.text).toMatch(/Reject 2 sponsors.*Ada.*Done.*2 rejected/)
  const namesIn = async (path: string) =>
    [...(await browser.get(path)).document.querySelectorAll('tbody th a')].map((link) => link.textContent)
  const newest = await namesIn('/admin/bulk-actions?state=done')
  expect(newest.length).toBeGreaterThan(2)
  expect(await namesIn('/admin/bulk-actions?state=done&sort=oldest')).toEqual(newest.toReversed())
  expect(browser.page.document.querySelector('#bulk-actions-count-done')?.textContent).toBe(
    String(newest.length),
  )
  const file = await browser.send('/admin/bulk-actions?kind=sponsor_rejection&format=csv')
  expect(await file.text()).toContain('Reject 2 sponsors')
})

it('round trips: two for each page, three for an answer', async () => {
  const [id = 0, other = 0] = await addWaiting(app.db, 2)
  for (const path of [
    '/admin/bulk-actions',
    '/admin/bulk-actions/1',
    `${NEW}?kind=sponsor_rejection&selected=${id}`,
  ]) {
    expect(await countRoundTrips(app, admin.browser, path)).toEqual({ status: 200, roundTrips: 2 })
  }
  const approval = { kind: 'sponsor_approval', selected: String(id) }
  const answered = { status: 303, roundTrips: 3 }
  expect(await countRoundTrips(app, admin.browser, '/admin/bulk-actions', approval)).toEqual(answered)
  const rejection = { kind: 'sponsor_rejection', selected: String(other), reason: 'No.' }
  expect(await countRoundTrips(app, admin.browser, '/admin/bulk-actions', rejection)).toEqual(answered)
})

describe('many rows, with the clock off', () => {
  it('go on each time somebody presses Continue, and can be stopped and resumed', async () => {
    await app.db.execute("update users set status = 'rejected' where status = 'pending'")
    const ids = await addWaiting(app.db, 620)
    await admin.browser.get(`${NEW}?kind=sponsor_approval&all=yes&matching=&count=600`)
    expect(admin.browser.sees('Approve 620 sponsors?')).toBe(true)
    expect(admin.browser.sees('it had 600 sponsors, and now it has 620')).toBe(true)
    await admin.browser.submit('Approve 620 sponsors')
    expect(admin.browser.sees('Nothing runs by itself here')).toBe(true)

    await admin.browser.submit('Continue')
    expect(admin.browser.sees('500 approved, of 620 sponsors')).toBe(true)
    await admin.browser.submit('Stop')
    expect(admin.browser.sees('Stopped by Ada. What was changed before stays as it is.')).toBe(true)
    await admin.browser.submit('Resume')
    await admin.browser.submit('Continue')
    expect(admin.browser.sees('Done: 620 approved.')).toBe(true)
    expect(await summaryOf(app.db, ids)).toEqual({ 'active 1 1 1': 620 })
    const { rows } = await app.db.execute(
      "select kind, actor_id from events where subject = 'bulk_action' and subject_id = (select max(id) from bulk_actions) order by id",
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['started', 'stopped', 'resumed'])
  })

  it('need rows: an empty or unknown request is refused in plain words', async () => {
    expect((await admin.browser.get(NEW)).status).toBe(400)
    const empty = await admin.browser.post('/admin/bulk-actions', { kind: 'sponsor_approval' })
    expect(empty.status).toBe(400)
    expect(empty.text).toContain('You selected nothing')
    expect((await admin.browser.post('/admin/bulk-actions', { kind: 'x', selected: '1' })).status).toBe(400)
    await app.db.execute("update users set status = 'rejected' where status = 'pending'")
    await admin.browser.get(`${NEW}?kind=sponsor_approval&all=yes&matching=&count=7`)
    expect(admin.browser.sees('None of them is there any more')).toBe(true)
  })
})

describe('a bulk action without any selection', () => {
  it.each([
    ['/admin/sponsors?query=company&status=all', 'Approve…', 'sponsor_approval', 'sponsor'],
    ['/admin/users?role=sponsor&sort=oldest', 'Suspend…', 'suspension', 'person'],
    ['/admin/users?role=sponsor&sort=oldest', 'Lift flags…', 'person_flag_removal', 'person'],
  ])('at %s, %s: the same page of the list again, with what to do', async (path, button, kind, noun) => {
    await addWaiting(app.db, 60)
    await admin.browser.get(path)
    await admin.browser.click('More')
    const rows = admin.browser.page.document.querySelectorAll('tbody tr').length
    const first = admin.browser.page.document.querySelector('tbody tr')?.id
    await admin.browser.submit(button, { kind })
    const { status, document } = admin.browser.page
    expect(status).toBe(422)
    expect(document.querySelector('[role=alert]')?.textContent).toContain(
      `Nothing is selected. Select at least one ${noun}`,
    )
    expect(document.querySelectorAll('tbody tr')).toHaveLength(rows)
    expect(document.querySelector('tbody tr')?.id).toBe(first)
  })
})

describe('with htmx', () => {
  it('the progress is a fragment that loads itself until it is done', async () => {
    const ids = await addWaiting(app.db, 60)
    const another = await app.another({
      QSTASH_TOKEN: 'x',
      QSTASH_URL: 'http://127.0.0.1:9',
      QSTASH_CURRENT_SIGNING_KEY: 'a',
      QSTASH_NEXT_SIGNING_KEY: 'b',
    })
    const { rows } = await app.db.execute({
      sql: `insert into bulk_actions (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, started_at, moved_at)
        values ('sponsor_approval', ?, ?, '{}', 60, ?, ?, 'r', 1, 1) returning id`,
      args: [JSON.stringify({ ids }), Date.now(), admin.id, admin.id],
    })
    const path = `/admin/bulk-actions/${rows[0]?.id}`
    const fragment = await fetch(another + path, {
      headers: { Cookie: admin.browser.cookie, 'HX-Request-Type': 'partial' },
    })
    const html = await fragment.text()
    expect(html).toContain('<section id="bulk-action"')
    expect(html).toContain('hx-trigger="every 2s"')
    expect(html).not.toContain('<html')
  })
})
