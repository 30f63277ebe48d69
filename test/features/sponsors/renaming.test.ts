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

const RENAMED = '/admin/sponsors?status=renamed'

async function namesOf({ id }: Person) {
  const { rows } = await app.db.execute({
    sql: 'select company_name as name, requested_name as requested from sponsors where user_id = ?',
    args: [id],
  })
  return rows[0]
}

async function told({ id }: Person) {
  const { rows } = await app.db.execute({
    sql: "select kind from notifications where user_id = ? and kind like 'sponsor_name%' order by id",
    args: [id],
  })
  return rows.map(({ kind }) => kind)
}

async function asking(from: string, to: string): Promise<Person> {
  const sponsor = await makePerson(app, 'sponsor', { display_name: from })
  await sponsor.browser.get('/settings/profile')
  await sponsor.browser.submit('Save', { company_name: to })
  return sponsor
}

test('a new name of an approved sponsor waits; an admin approves it', async () => {
  const sponsor = await asking('Fern & Moss', 'Moss & Fern')
  expect(sponsor.browser.sees('Saved. Your new name waits for approval.')).toBe(true)
  expect(sponsor.browser.sees('Your new name Moss & Fern waits for approval')).toBe(true)
  expect(await namesOf(sponsor)).toEqual({ name: 'Fern & Moss', requested: 'Moss & Fern' })
  expect(await told(admin)).toEqual(['sponsor_name_waiting'])

  await admin.browser.get('/notifications')
  await admin.browser.submit('A sponsor asks to be called Moss & Fern')
  expect(admin.browser.page.url).toBe(RENAMED)
  await admin.browser.submit('Approve name Fern & Moss')
  expect(admin.browser.sees('Approved. The sponsor now has the new name.')).toBe(true)
  expect(await namesOf(sponsor)).toEqual({ name: 'Moss & Fern', requested: null })
  expect(await told(sponsor)).toEqual(['sponsor_name_approved'])
  const { rows } = await app.db.execute({
    sql: "select kind, from_state, to_state, audited from events where subject = 'user' and subject_id = ? order by id",
    args: [sponsor.id],
  })
  expect(rows).toEqual([
    { kind: 'name_requested', from_state: 'Fern & Moss', to_state: 'Moss & Fern', audited: 0 },
    { kind: 'name_approved', from_state: 'Fern & Moss', to_state: 'Moss & Fern', audited: 1 },
  ])
  // The search finds them by the new name.
  await admin.browser.get('/admin/sponsors?status=all&query=moss%20fern')
  expect(admin.browser.sees('Moss & Fern')).toBe(true)
})

test('a rejection needs a reason, and the old name stays', async () => {
  const sponsor = await asking('Quiet Lamps', 'Parlour Lamps')
  await admin.browser.get(`${RENAMED}&query=quiet`)
  await admin.browser.submit('Reject name', { reason: ' ' })
  expect(admin.browser.page.status).toBe(422)
  await admin.browser.submit('Reject name', { reason: 'Another company has that name.' })
  expect(await namesOf(sponsor)).toEqual({ name: 'Quiet Lamps', requested: null })
  expect(await told(sponsor)).toEqual(['sponsor_name_rejected'])
  await expect
    .poll(() => app.mail.messages().find(({ subject }) => subject.includes('Parlour Lamps')))
    .toMatchObject({ text: expect.stringContaining('Another company has that name.') })
})

test('the sponsor can withdraw it, and saves other things without losing it', async () => {
  const sponsor = await asking('Tall Trees', 'Taller Trees')
  await sponsor.browser.submit('Save', { about: 'We plant trees.' })
  expect(await namesOf(sponsor)).toEqual({ name: 'Tall Trees', requested: 'Taller Trees' })
  await sponsor.browser.submit('Withdraw')
  expect(sponsor.browser.sees('Withdrawn. Your name stays as it is.')).toBe(true)
  expect(await namesOf(sponsor)).toEqual({ name: 'Tall Trees', requested: null })
  await admin.browser.get(RENAMED)
  expect(admin.browser.sees('Tall Trees')).toBe(false)
})

test('an admin cannot approve a name that has been replaced or withdrawn since they saw it', async () => {
  const sponsor = await asking('Calm Seas', 'Calmer Seas')
  await admin.browser.get(`${RENAMED}&query=calm`)
  await sponsor.browser.submit('Save', { company_name: 'Calmest Seas' })
  await admin.browser.submit('Approve name Calm Seas')
  expect(admin.browser.page.status).toBe(409)
  expect(admin.browser.sees('has changed, or was answered by somebody else. Nothing was changed.')).toBe(true)
  expect(await namesOf(sponsor)).toMatchObject({ name: 'Calm Seas' })
  await sponsor.browser.get('/settings/profile')
  await sponsor.browser.submit('Withdraw')
  await admin.browser.submit('Approve name Calm Seas').catch(() => undefined)
  expect(await namesOf(sponsor)).toEqual({ name: 'Calm Seas', requested: null })
})

test('of ten admins at once, one approves the name', async () => {
  const sponsor = await asking('Busy Bees', 'Busier Bees')
  const { rows } = await app.db.execute({ sql: 'select version from users where id = ?', args: [sponsor.id] })
  const others = await Promise.all(Array.from({ length: 10 }, () => makePerson(app, 'admin')))
  const fields = { version: String(rows[0]?.version), requested_name: 'Busier Bees' }
  const pages = await Promise.all(
    others.map(({ browser }) => browser.post(`/admin/sponsors/${sponsor.id}/name/approval`, fields)),
  )
  expect(pages.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
  expect(await told(sponsor)).toEqual(['sponsor_name_approved'])
})

test('a sponsor who waits changes their name at once, unless they were approved meanwhile', async () => {
  const sponsor = await makePerson(app, 'sponsor', { status: 'pending', display_name: 'First Try' })
  await sponsor.browser.get('/settings/profile')
  await sponsor.browser.submit('Save', { company_name: 'Second Try' })
  expect(await namesOf(sponsor)).toEqual({ name: 'Second Try', requested: null })
})
