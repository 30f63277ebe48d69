import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'

let app: App
let ada: Person
let bo: Person
let mara: Person
beforeAll(async () => {
  app = await startApp()
  ada = await makePerson(app, 'admin', { display_name: 'Ada Holm' })
  bo = await makePerson(app, 'admin', { display_name: 'Bo Lind' })
  mara = await makePerson(app, 'influencer', { display_name: 'Mara Åsa' })
  await suspend(ada, mara, 'Bought <b>followers</b>')
  await bo.browser.submit('End suspension')
  await suspend(bo, await makePerson(app, 'influencer', { display_name: 'Jide' }), 'Grüße vom Spam')
  await bo.browser.post('/admin/jobs/sweep/start')
  await bo.browser.post('/admin/jobs/deliver/start')
})
afterAll(() => app.close())

async function suspend(by: Person, person: Person, reason: string) {
  await by.browser.get(`/admin/users/${person.id}`)
  await by.browser.submit('Suspend', { reason })
  await bo.browser.get(`/admin/users/${person.id}`)
}

/** What the list shows for a query string: "Suspended Mara Åsa". */
async function entries(search: string): Promise<string[]> {
  const { document } = await ada.browser.get(`/admin/audit?${search}`)
  const rows = [...document.querySelectorAll('#audit-log tbody tr')]
  return rows.map((row) =>
    (row.querySelector('th, td:has(strong)')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
  )
}

const all = [
  'Job starteddeliver',
  'Job startedsweep',
  'SuspendedJide',
  'Suspension endedMara Åsa',
  'SuspendedMara Åsa',
]

test('the log says who did what to whom, before, after, why, when and in which request', async () => {
  expect((await entries('')).toSorted()).toEqual(all.toSorted())
  await entries(`subject=user&subject_id=${mara.id}&sort=oldest`)
  const { text, html } = ada.browser.page
  expect(text).toMatch(/Suspended ?Mara Åsa.*Ada Holm.*Active.*Suspended.*Bought <b>followers<\/b>/)
  expect(text).toMatch(/Suspension ended ?Mara Åsa.*Bo Lind.*Suspended.*Active/)
  expect(html).toContain(`href="/admin/users/${mara.id}"`)
  const { rows } = await app.db.execute('select request_id from events where audited order by id limit 1')
  await entries(`request_id=${rows[0]?.request_id}`)
  expect(await entries(`request_id=${rows[0]?.request_id}`)).toEqual(['SuspendedMara Åsa'])
})

test('each filter, and each together with each other, finds what it should', async () => {
  const find = async (search: string) => (await entries(search)).length
  expect(await find('subject=user')).toBe(3)
  expect(await find('kind=user__suspended')).toBe(2)
  expect(await find(`actor_id=${bo.id}`)).toBe(4)
  expect(await find(`actor_id=${bo.id}&subject=user`)).toBe(2)
  expect(await find(`actor_id=${bo.id}&kind=user__suspended`)).toBe(1)
  expect(await find(`actor_id=${bo.id}&kind=user__suspended&subject=user`)).toBe(1)
  expect(await find(`actor_id=${ada.id}&subject=user&subject_id=${mara.id}`)).toBe(1)
  expect(await find('subject=job&kind=user__suspended')).toBe(0)
  expect(await find(`subject_id=${mara.id}`)).toBe(0)
  const [today, tomorrow] = [0, 1].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  )
  expect(await find(`from=${today}&until=${today}`)).toBe(5)
  expect(await find(`from=${tomorrow}`)).toBe(0)
  expect(await find('until=2020-01-01')).toBe(0)
  expect(await find(`from=${today}&kind=user__suspended&query=spam`)).toBe(1)
})

test('words are found in reasons, and the beginning of names of people, on both sides', async () => {
  expect(await entries('query=follow')).toEqual(['SuspendedMara Åsa'])
  expect(await entries('query=grusse')).toEqual(['SuspendedJide'])
  expect(await entries('query=gruße+spam')).toEqual(['SuspendedJide'])
  expect((await entries('query=mara')).toSorted()).toEqual(['SuspendedMara Åsa', 'Suspension endedMara Åsa'])
  expect(await entries('query=ada')).toEqual(['SuspendedMara Åsa'])
  expect(await entries('query=sweep')).toEqual(['Job startedsweep'])
  expect(await entries(`query=bo&subject=user`)).toHaveLength(3)
  expect(await entries('query=%22)+OR+%7Bpeople%7D+*')).toEqual([])
  await app.db.execute({
    sql: "update users set display_name = 'Renamed', search_display_name = null where id = ?",
    args: [mara.id],
  })
  expect(await entries('query=renamed')).toHaveLength(2)
})

test('the list has pages in both orders, without losing or repeating an entry', async () => {
  await app.db.batch(
    Array.from({ length: 50 }, (_, at) => ({
      sql: "insert into events (subject, subject_id, kind, actor_id, at, audited) values ('campaign', ?, 'flagged', ?, ?, 1)",
      // Some in the same second.
      args: [at, ada.id, 1_700_000_000_000 + Math.floor(at / 3) * 1_000],
    })),
  )
  for (const sort of ['newest', 'oldest']) {
    const seen: string[] = []
    let next: string | null = `/admin/audit?kind=campaign__flagged&sort=${sort}`
    while (next !== null) {
      seen.push(...(await entries(next.split('?')[1] ?? '')))
      const more: Element | undefined = [...ada.browser.page.document.querySelectorAll('a')].find((link) =>
        /after=/.test(link.getAttribute('href') ?? ''),
      )
      next = more?.getAttribute('href') ?? null
    }
    expect(new Set(seen).size).toBe(50)
    expect(seen).toHaveLength(50)
  }
})

test('all that matches is a CSV file', async () => {
  const page = await ada.browser.get(
    '/admin/audit?kind=user__suspended&format=csv&columns=when,what,about,no,name,who,before,after,why,request',
  )
  const rows: Record<string, string>[] = parse(page.html, { columns: true, bom: true })
  expect(rows).toHaveLength(2)
  expect(rows.find(({ Who }) => Who === 'Ada Holm')).toMatchObject({
    What: 'Suspended',
    About: 'Account',
    'No.': String(mara.id),
    Before: 'Active',
    After: expect.stringMatching(/^Suspended until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/),
    Why: 'Bought <b>followers</b>',
  })
})

test("the page says until when in the reader's time, and names bulk actions in words", async () => {
  await app.db.execute({
    sql: "insert into events (subject, subject_id, kind, actor_id, note, at, audited) values ('bulk_action', 3, 'started', ?, 'sponsor_rejection', 1, 1)",
    args: [ada.id],
  })
  const { document } = await ada.browser.get('/admin/audit?kind=user__suspended&query=follow')
  const after = document.querySelector('#audit-log td[data-label=After]')
  expect(after?.textContent).toMatch(/^Suspended until \w{3} \d/)
  expect(after?.querySelector('time')).not.toBeNull()

  expect(await entries('subject=bulk_action')).toEqual(['Bulk action startedReject sponsors (3)'])
  expect(ada.browser.page.text).not.toContain('sponsor_rejection')
})

test('a sponsor was waiting before an admin decided, as the lists of people say it', async () => {
  await app.db.execute({
    sql: "insert into events (subject, subject_id, kind, actor_id, from_state, to_state, at, audited) values ('user', ?, 'approved', ?, 'pending', 'active', 1, 1)",
    args: [mara.id, ada.id],
  })
  const { document } = await ada.browser.get('/admin/audit?kind=user__approved')
  const stateIn = (label: string) => document.querySelector(`#audit-log td[data-label=${label}]`)?.textContent
  expect([stateIn('Before'), stateIn('After')]).toEqual(['Waiting', 'Active'])
})
