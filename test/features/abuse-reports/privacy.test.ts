import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../../src/routes.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { caseOf, makeScene, newReportPath, report, type Scene } from './fixtures.ts'

let app: App
let scene: Scene
let reporter: Person
beforeAll(async () => {
  app = await startApp()
  scene = await makeScene(app, 'Secret')
  reporter = await makePerson(app, 'influencer', {
    username: 'whistleblower',
    display_name: 'Whistle Blower',
    email: 'whistle@blower.example',
  })
  const admin = await makePerson(app, 'admin')
  for (const [subject, id] of [
    ['campaign', scene.campaignId],
    ['user', scene.influencer.id],
  ] as const) {
    await report(reporter, subject, id, { details: 'Only whistle knows this.' })
    await admin.browser.get(`/admin/abuse-reports/${await caseOf(app, subject, id)}`)
    await admin.browser.submit('Uphold', { measure: 'warning', message: 'Please change it.' })
  }
})
afterAll(() => app.close())

/** All that could give the reporter away. */
const traces = /whistle|blower/i

test('no page that the owner can open names the reporter', async () => {
  for (const owner of [scene.sponsor, scene.influencer]) {
    const { rows } = await app.db.execute('select id, case_id from abuse_reports')
    const private_ = rows.flatMap(({ id, case_id }) => [
      `/abuse-reports/${id}`,
      `/admin/abuse-reports/${case_id}`,
    ])
    const paths = [
      '/home',
      '/notifications',
      '/abuse-reports',
      '/ad-requests',
      '/reports',
      '/exports',
      '/settings/profile',
      '/settings/account',
      '/settings/notifications',
      routes.campaigns.show.href({ campaignId: scene.campaignId }),
      routes.adRequests.show.href({ adRequestId: scene.adRequestId }),
      newReportPath('campaign', scene.campaignId),
      newReportPath('user', scene.influencer.id),
      ...private_,
    ]
    for (const path of paths) {
      const { html, status } = await owner.browser.get(path)
      expect(html, path).not.toMatch(traces)
      if (private_.includes(path)) expect(status, path).toBe(404)
    }
  }
})

test('no message to the owner names the reporter, and its link does not lead to them', async () => {
  const { rows } = await app.db.execute({
    sql: `select 'outbox' as place, kind, title || ' ' || body || ' ' || path as text from outbox where user_id in (?1, ?2)
      union all select 'bell', kind, title || ' ' || path from notifications where user_id in (?1, ?2)`,
    args: [scene.sponsor.id, scene.influencer.id],
  })
  const warnings = rows.filter(({ kind }) => kind === 'abuse_warning')
  expect(new Set(warnings.map(({ place }) => place))).toEqual(new Set(['bell', 'outbox']))
  for (const { text } of rows) expect(String(text)).not.toMatch(traces)
})

test('no event about the owner or their things is by or about the reporter', async () => {
  const { rows } = await app.db.execute({
    sql: `select kind, note from events where (actor_id = ?1 or note like '%whistle%' or to_state like '%whistle%')
      and subject <> 'abuse_case' and kind <> 'signed_up'`,
    args: [reporter.id],
  })
  expect(rows).toEqual([])
})

test('a warning about a sponsor does not lead to the request that they share with the reporter', async () => {
  const other = await makeScene(app, 'Known')
  await report(other.influencer, 'user', other.sponsor.id)
  const admin = await makePerson(app, 'admin')
  await admin.browser.get(`/admin/abuse-reports/${await caseOf(app, 'user', other.sponsor.id)}`)
  await admin.browser.submit('Uphold', { measure: 'warning', message: 'Please change it.' })
  const { rows } = await app.db.execute({
    sql: "select path from notifications where user_id = ? and kind = 'abuse_warning'",
    args: [other.sponsor.id],
  })
  expect(rows).toEqual([expect.objectContaining({ path: '/settings/profile' })])
})

test('what the reporter is told says nothing about the measure or the admins’ notes', async () => {
  const { rows } = await app.db.execute({
    sql: "select title || ' ' || body as text from outbox where user_id = ? and kind = 'abuse_report_decided'",
    args: [reporter.id],
  })
  expect(rows).toHaveLength(2)
  for (const { text } of rows) {
    expect(String(text)).toContain("we don't say how")
    expect(String(text)).not.toContain('Please change it.')
  }
})
