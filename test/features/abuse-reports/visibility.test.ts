import { afterAll, beforeAll, expect, test } from 'vitest'
import { moderatedSubjects } from '../../../src/features/flags/subject.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { makeScene, newReportPath, oneValue, type Scene, writeMessage } from './fixtures.ts'

let app: App
let scene: Scene
let stranger: Person
beforeAll(async () => {
  app = await startApp()
  scene = await makeScene(app, 'Hidden')
  stranger = await makePerson(app, 'influencer')
})
afterAll(() => app.close())

/** What the form and the command say about a thing. */
async function answersTo({ browser }: Person, subject: string, id: number | string) {
  const shown = await browser.get(`/abuse-reports/new?subject=${subject}&id=${id}`)
  const fields = { subject, id: String(id), reason: 'spam' }
  const sent = await browser.post('/abuse-reports', fields)
  return [shown.status, sent.status]
}

test('a campaign that the viewer may not see is a 404', async () => {
  const { sponsor } = scene
  const hidden = [
    await makeCampaign(app, sponsor, { visibility: 'private' }),
    await makeCampaign(app, sponsor, { state: 'draft' }),
    await makeCampaign(app, sponsor),
    999_999,
  ]
  await app.db.execute({ sql: 'update campaigns set flagged_at = 1 where id = ?', args: [Number(hidden[2])] })
  for (const id of hidden) expect(await answersTo(stranger, 'campaign', id)).toEqual([404, 404])
})

test('a private campaign can be reported by an influencer who was invited', async () => {
  await app.db.execute({
    sql: "update campaigns set visibility = 'private' where id = ?",
    args: [scene.campaignId],
  })
  expect(await answersTo(stranger, 'campaign', scene.campaignId)).toEqual([404, 404])
  expect(await answersTo(scene.influencer, 'campaign', scene.campaignId)).toEqual([200, 200])
})

test('a request and its messages can be reported by its two sides only', async () => {
  const message = await writeMessage(app, scene.sponsor, scene.adRequestId, 'Hello')
  const otherSponsor = await makePerson(app, 'sponsor')
  for (const person of [stranger, otherSponsor]) {
    expect(await answersTo(person, 'ad_request', scene.adRequestId)).toEqual([404, 404])
    expect(await answersTo(person, 'message', message)).toEqual([404, 404])
  }
  expect(await answersTo(scene.influencer, 'message', message)).toEqual([200, 200])
  expect(await answersTo(scene.sponsor, 'message', message)).toEqual([403, 403])
  await app.db.execute({
    sql: "update messages set flagged_at = 1, flag_reason = 'x' where id = ?",
    args: [message],
  })
  expect(await answersTo(scene.influencer, 'message', message)).toEqual([404, 404])
})

test('a profile that is suspended or flagged is a 404', async () => {
  const suspended = await makePerson(app, 'influencer', { status: 'suspended' })
  const flagged = await makePerson(app, 'influencer')
  await app.db.execute({ sql: 'update influencers set flagged_at = 1 where user_id = ?', args: [flagged.id] })
  for (const { id } of [suspended, flagged]) {
    expect(await answersTo(stranger, 'user', id)).toEqual([404, 404])
  }
})

test('a sponsor can be reported by those who have a request with them', async () => {
  expect(await answersTo(stranger, 'user', scene.sponsor.id)).toEqual([404, 404])
  expect(await answersTo(scene.influencer, 'user', scene.sponsor.id)).toEqual([200, 200])
})

test('an admin cannot be reported, and has nothing to report', async () => {
  const admin = await makePerson(app, 'admin')
  expect(await answersTo(stranger, 'user', admin.id)).toEqual([404, 404])
  expect(await answersTo(admin, 'user', stranger.id)).toEqual([404, 404])
})

test('something that does not exist is a 404', async () => {
  for (const subject of moderatedSubjects) {
    for (const id of ['999999', '0', 'x', '', '9999999999999999999']) {
      expect(await answersTo(stranger, subject, id)).toEqual([404, 404])
    }
  }
  expect(await answersTo(stranger, 'rating', 1)).toEqual([404, 404])
  expect((await stranger.browser.get('/abuse-reports/new')).status).toBe(404)
  expect(await oneValue(app, 'select count(*) from abuse_reports where reporter_id = ?', [stranger.id])).toBe(
    0,
  )
})

test('a sponsor who waits for approval cannot report', async () => {
  const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
  await waiting.browser.get(newReportPath('user', stranger.id))
  expect(waiting.browser.page.url).toBe('/waiting')
})
