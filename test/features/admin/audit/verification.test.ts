import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type QStashStandIn, startQStash } from '../../../../local/qstash/server.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'

let app: App
let admin: Person
beforeEach(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
  await app.db.execute({
    sql: `insert into events (subject, subject_id, kind, actor_id, note, at, audited)
      values ('user', ?, 'suspended', ?, 'Spam.', 1, 1)`,
    args: [admin.id, admin.id],
  })
  await admin.browser.post('/admin/jobs/sweep/start')
})
afterEach(() => app.close())

const check = async () => {
  await admin.browser.get('/admin/audit/verification')
  await admin.browser.submit('Check now')
  return admin.browser.page.text
}

async function tamper(...statements: string[]) {
  const { rows } = await app.db.execute(
    "select name, sql from sqlite_master where type = 'trigger' and name like '%_are_%'",
  )
  const drops = rows.map(({ name }) => `drop trigger ${String(name)}`)
  await app.db.batch([...drops, ...statements, ...rows.map(({ sql }) => String(sql))], 'write')
}

test('an admin starts a check, which is recorded, and sees that all is well', async () => {
  await admin.browser.get('/admin/audit')
  await admin.browser.click('Is it intact?')
  expect(admin.browser.sees('has not been checked yet')).toBe(true)
  const { rows } = await app.db.execute('select hash from audit_seals')
  expect(admin.browser.sees(String(rows[0]?.hash))).toBe(true)

  expect(await check()).toContain('Nothing was changed. 2 events up to seal 1 checked')
  await admin.browser.click('Audit log')
  expect(admin.browser.page.text).toMatch(/Check of the audit log started ?Check 1/)
  await check()
  expect(admin.browser.page.text).toMatch(/Earlier checks.*Ada ?Nothing changed/)
})

test('an admin sees what was changed, and every admin is told once', async () => {
  await check()
  await tamper("update events set note = 'Nothing.' where id = 1")
  expect(await check()).toContain('The audit log was changed. Checked')
  expect(admin.browser.page.text).toContain('Event 1, in seal 1, was changed.')
  await check()
  const { rows } = await app.db.execute(
    "select title, path from notifications where kind = 'audit_log_broken'",
  )
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { title: 'The audit log was changed', path: '/admin/audit/verification' },
  ])
  await expect
    .poll(() => app.mail.messages().map(({ subject }) => subject))
    .toEqual(['The audit log was changed: find out by whom'])
})

test('what an earlier check has seen must still be there, however often it is checked', async () => {
  await check()
  await tamper('delete from audit_seals', 'delete from events where id = 1')
  await app.db.execute(
    "insert into events (subject, subject_id, kind, at, audited) values ('job', 0, 'started', 1, 1)",
  )
  await admin.browser.post('/admin/jobs/sweep/start')
  expect(await check()).toMatch(/The hash [0-9a-f]{64} is not in the chain any more/)
  expect(await check()).toMatch(/The hash [0-9a-f]{64} is not in the chain any more/)
})

test('one check runs at a time', async () => {
  await app.db.execute({
    sql: 'insert into audit_checks (started_at, updated_at) values (1, ?)',
    args: [Date.now() - 60_000],
  })
  await admin.browser.post('/admin/audit/verification')
  expect(admin.browser.sees('A check is already running.')).toBe(true)
  expect(admin.browser.page.html).toContain('hx-trigger="every 2s"')
  await app.db.execute('update audit_checks set updated_at = 1')
  await admin.browser.get('/admin/audit/verification')
  expect(admin.browser.sees('The last check stopped after seal 0')).toBe(true)
  expect(await check()).toContain('Nothing was changed.')
})

test('events that nobody seals for hours are a warning', async () => {
  await app.db.execute(
    "insert into events (subject, subject_id, kind, at, audited) values ('job', 0, 'started', 1, 1)",
  )
  await admin.browser.get('/admin/audit/verification')
  expect(admin.browser.sees('have been waiting for a seal for hours')).toBe(true)
})

describe('with the clock', () => {
  let qstash: QStashStandIn
  beforeEach(async () => {
    qstash = await startQStash({ timer: false })
  })
  afterEach(() => qstash.close())

  test('a check is queued', async () => {
    const url = await app.another({
      PUBLIC_URL: 'http://localhost:1',
      QSTASH_URL: qstash.url,
      QSTASH_TOKEN: qstash.token,
      QSTASH_CURRENT_SIGNING_KEY: qstash.currentSigningKey,
      QSTASH_NEXT_SIGNING_KEY: qstash.nextSigningKey,
    })
    const response = await fetch(`${url}/admin/audit/verification`, {
      method: 'POST',
      headers: { Cookie: admin.browser.cookie, Origin: url },
      redirect: 'manual',
    })
    expect(response.status).toBe(303)
    await admin.browser.get('/admin/audit/verification')
    expect(admin.browser.sees('A check is running.')).toBe(true)
  })
})
