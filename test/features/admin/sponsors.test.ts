import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(() => app.close())

const LATE = 'Nothing was changed.'

async function waitingSponsor(name: string): Promise<Person> {
  return makePerson(app, 'sponsor', { status: 'pending', display_name: name })
}

/** What the approval form of a new sponsor sends. */
function approvalOf({ id }: Person): { path: string; version: string } {
  return { path: `/admin/sponsors/${id}/approval`, version: '1' }
}

async function eventsOf({ id }: Person) {
  const { rows } = await app.db.execute({
    sql: "select kind, actor_id, from_state, to_state, note from events where subject = 'user' and subject_id = ? order by id",
    args: [id],
  })
  return rows
}

async function mailsTo({ username }: Person): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'select count(*) as n from outbox join users on users.id = user_id where username = ?',
    args: [username],
  })
  return Number(rows[0]?.n)
}

test('sponsors are listed oldest first, and one click approves', async () => {
  const first = await waitingSponsor('First Boots')
  const second = await waitingSponsor('Second Boots')
  await admin.browser.get('/admin')
  await admin.browser.click('Review First Boots')
  expect(admin.browser.page.text).toMatch(/First Boots.*Second Boots/)

  await admin.browser.submit('Approve First Boots')
  expect(admin.browser.page.url).toBe('/admin/sponsors')
  expect(admin.browser.sees('Approved. The sponsor has been notified.')).toBe(true)
  expect(admin.browser.sees('Approve First Boots')).toBe(false)
  expect(admin.browser.sees('Second Boots')).toBe(true)
  expect(await eventsOf(first)).toEqual([
    { kind: 'approved', actor_id: admin.id, from_state: 'pending', to_state: 'active', note: null },
  ])

  await first.browser.get('/notifications')
  await first.browser.submit('Your account is approved')
  expect(first.browser.page.url).toBe('/campaigns/new')
  await expect
    .poll(() => app.mail.messages().find(({ to }) => to.includes(`${first.username}@example.com`)))
    .toMatchObject({
      subject: 'Your account is approved: create your first campaign',
      text: expect.stringContaining('/campaigns/new'),
    })
  await second.browser.get('/home')
  expect(second.browser.page.url).toBe('/waiting')
})

test('a rejection needs a reason; the sponsor sees it and resubmits', async () => {
  const sponsor = await waitingSponsor('Vague Ltd')
  await admin.browser.get('/admin/sponsors?query=vague')
  await admin.browser.submit('Reject sponsor', { reason: '  ' })
  expect(admin.browser.page.status).toBe(422)
  expect(admin.browser.sees('Enter a reason')).toBe(true)
  await admin.browser.submit('Reject sponsor', { reason: 'x'.repeat(1_001) })
  expect(admin.browser.page.status).toBe(422)
  expect(admin.browser.page.html).toContain('x'.repeat(1_001))
  expect(await eventsOf(sponsor)).toEqual([])

  await admin.browser.submit('Reject sponsor', { reason: 'Who are you?\n<b>Say</b> more.' })
  expect(admin.browser.sees('Rejected. The sponsor has been notified with your reason.')).toBe(true)
  expect(await eventsOf(sponsor)).toMatchObject([
    { kind: 'rejected', note: 'Who are you?\n<b>Say</b> more.' },
  ])
  await expect
    .poll(() => app.mail.messages().find(({ to }) => to.includes(`${sponsor.username}@example.com`)))
    .toMatchObject({ text: expect.stringMatching(/Who are you\?[\s\S]*\/waiting/) })

  await sponsor.browser.get('/home')
  expect(sponsor.browser.page.url).toBe('/waiting')
  expect(sponsor.browser.sees('Who are you?')).toBe(true)
  await sponsor.browser.post('/waiting/resubmission')
  await admin.browser.get('/admin/sponsors')
  expect(admin.browser.sees('Vague Ltd')).toBe(true)
  await admin.browser.submit('Approve Vague Ltd')
  expect(await mailsTo(sponsor)).toBe(2)
})

test('of ten admins at once, one approves and nine are told so', async () => {
  const sponsor = await waitingSponsor('Popular GmbH')
  const { path, version } = approvalOf(sponsor)
  const others = await Promise.all(Array.from({ length: 10 }, () => makePerson(app, 'admin')))
  const pages = await Promise.all(others.map(({ browser }) => browser.post(path, { version })))

  expect(pages.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
  const late = pages.filter(({ status }) => status === 409)
  expect(late.every(({ text }) => text.includes(`Popular GmbH has already been approved. ${LATE}`))).toBe(
    true,
  )
  expect(await eventsOf(sponsor)).toHaveLength(1)
  expect(await mailsTo(sponsor)).toBe(1)
})

test('an approval of a profile that has changed is refused', async () => {
  const sponsor = await waitingSponsor('Changing Ltd')
  const { path, version } = approvalOf(sponsor)
  await app.db.execute({ sql: 'update users set version = version + 1 where id = ?', args: [sponsor.id] })
  const page = await admin.browser.post(path, { version })
  expect(page.status).toBe(409)
  expect(page.text).toContain('changed their profile after you opened this page')
  expect(await eventsOf(sponsor)).toEqual([])
})

test('an action leads back to the same page of the list', async () => {
  for (let number = 1; number <= 22; number += 1) await waitingSponsor(`Queue ${number}`)
  await admin.browser.get('/admin/sponsors')
  await admin.browser.click('More')
  const { url } = admin.browser.page
  expect(url).toContain('after=')
  await admin.browser.submit('Approve Queue 22')
  expect(admin.browser.page.url).toBe(url)
  expect(admin.browser.sees('Queue 21')).toBe(true)

  await admin.browser.get('/admin/sponsors?status=active')
  expect(admin.browser.sees('Queue 22')).toBe(true)
  expect(admin.browser.sees('Approve')).toBe(true)
  expect(admin.browser.page.document.querySelector('form[action*="approval"]')).toBeNull()
})

test('htmx gets only the row, the counts and the flash message', async () => {
  const sponsor = await waitingSponsor('Partial Ltd')
  const { path, version } = approvalOf(sponsor)
  const headers = { 'HX-Request-Type': 'partial' }
  const done = await admin.browser.send(path, {
    method: 'POST',
    body: new URLSearchParams({ version }),
    headers,
  })
  expect(done.status).toBe(200)
  const row = await done.text()
  expect(row).not.toContain('<html')
  expect(row).toContain(`sponsors-${sponsor.id}`)
  expect(row).not.toContain(path)
  expect(row).toContain('Approved. The sponsor has been notified.')

  const late = await admin.browser.post(path, { version }, headers)
  expect(late.status).toBe(409)
  expect(late.html).not.toContain('<html')
  expect(late.html).toContain(LATE)
})

test('only a waiting sponsor can be answered', async () => {
  const influencer = await makePerson(app, 'influencer')
  for (const id of [influencer.id, admin.id, 999_999, 'x']) {
    for (const noun of ['approval', 'rejection']) {
      const fields = { version: '1', reason: 'No.' }
      expect((await admin.browser.post(`/admin/sponsors/${id}/${noun}`, fields)).status).toBe(404)
      expect((await admin.browser.post(`/admin/sponsors/${id}/${noun}`, {})).status).toBe(404)
    }
  }
  expect(await eventsOf(influencer)).toEqual([])
})

test('only admins can answer', async () => {
  const sponsor = await waitingSponsor('Self Service')
  const approved = await makePerson(app, 'sponsor')
  const path = `/admin/sponsors/${sponsor.id}/approval`
  expect((await sponsor.browser.post(path, { version: '1' })).status).toBe(403)
  expect((await approved.browser.post(path, { version: '1' })).status).toBe(404)
  expect((await app.visitor().post(path, { version: '1' })).url).toContain('/sign-in')
  expect(await eventsOf(sponsor)).toEqual([])
})

test('round trips: two for each page, three at most for an answer', async () => {
  const sponsor = await waitingSponsor('Counted Ltd')
  for (const path of ['/admin', '/admin/sponsors', '/admin/sponsors?status=rejected', '/admin/users']) {
    const before = app.libsql.pipelines
    await admin.browser.get(path)
    expect(app.libsql.pipelines - before).toBe(2)
  }
  const { path, version } = approvalOf(sponsor)
  await app.db.execute({ sql: 'update users set version = version + 1 where id = ?', args: [sponsor.id] })
  const before = app.libsql.pipelines
  await admin.browser.post(path, { version })
  expect(app.libsql.pipelines - before).toBe(3)
})
