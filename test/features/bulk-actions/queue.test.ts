import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type QStashStandIn, startQStash } from '../../../local/qstash/server.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { postJob } from '../jobs/signed-post.ts'
import { addWaiting, summaryOf } from './setup.ts'

let app: App
let qstash: QStashStandIn
let admin: Person
beforeAll(async () => {
  qstash = await startQStash({ backOffFactor: 0.01 })
  app = await startApp(
    {
      QSTASH_URL: qstash.url,
      QSTASH_TOKEN: qstash.token,
      QSTASH_CURRENT_SIGNING_KEY: qstash.currentSigningKey,
      QSTASH_NEXT_SIGNING_KEY: qstash.nextSigningKey,
    },
    { atItsUrl: true },
  )
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(async () => {
  qstash.stopDelivering()
  await app.close()
  await qstash.close()
})

/** Approves everybody who waits, from the question's page. Returns the page of the action. */
async function approveAll(count: number): Promise<string> {
  await admin.browser.get(`/admin/bulk-actions/new?kind=sponsor_approval&all=yes&matching=&count=${count}`)
  await admin.browser.submit('Approve')
  return admin.browser.page.url
}

async function isDone(path: string): Promise<boolean> {
  await admin.browser.get(path)
  return admin.browser.sees('Done:')
}

describe('through the queue', () => {
  it('10,000 sponsors are approved, each once', async () => {
    const ids = await addWaiting(app.db, 10_000)
    const path = await approveAll(10_000)
    expect(admin.browser.sees('Approve 10,000 sponsors')).toBe(true)
    expect(admin.browser.sees('it goes on without you')).toBe(true)
    await vi.waitFor(async () => expect(await isDone(path)).toBe(true), { timeout: 100_000, interval: 500 })

    expect(await summaryOf(app.db, ids)).toEqual({ 'active 1 1 1': 10_000 })
    const { rows } = await app.db.execute(
      "select count(*) as messages, sum(handled) as handled, sum(failed) as failed from job_runs where job = 'bulk-actions'",
    )
    expect(rows).toEqual([{ messages: 21, handled: 10_000, failed: 0 }])
  })

  it('an action that has lost its place is found by the schedule', async () => {
    const ids = await addWaiting(app.db, 120)
    const before = Date.now() - 10 * 60_000
    await app.db.execute({
      sql: `insert into bulk_actions (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, started_at, moved_at)
        values ('sponsor_approval', '{"allMatching":""}', ?, '{}', 120, ?, ?, 'request', ?, ?)`,
      args: [Date.now(), admin.id, admin.id, before, before],
    })
    const url = `${app.url}/jobs/bulk-actions`
    const response = await postJob(app.url, '/jobs/bulk-actions', { url, key: qstash.currentSigningKey })
    expect(response.status).toBe(200)
    await response.body?.cancel()
    await vi.waitFor(
      async () => expect(await summaryOf(app.db, ids)).toEqual({ 'active 1 1 1': 120 }),
      20_000,
    )
  })
})
