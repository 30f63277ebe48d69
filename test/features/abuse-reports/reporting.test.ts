import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { formSender } from '../../support/form-sender.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'
import { makeScene, newReportPath, oneValue, report, type Scene, writeMessage } from './fixtures.ts'

let app: App
let scene: Scene
let stranger: Person
beforeAll(async () => {
  app = await startApp(withoutMail)
  scene = await makeScene(app, 'One')
  stranger = await makePerson(app, 'influencer', { display_name: 'Sam' })
})
afterAll(() => app.close())

describe('“Report” is on', () => {
  test('a profile, and leads to its form', async () => {
    await stranger.browser.get(`/influencers/${scene.influencer.id}`)
    await stranger.browser.click('Report this profile')
    expect(stranger.browser.page.url).toBe(newReportPath('user', scene.influencer.id))
    expect(stranger.browser.sees('Mara One')).toBe(true)
    expect(stranger.browser.sees('Asks for passwords or for payment outside of Parley')).toBe(true)
    expect(stranger.browser.sees('What happens next')).toBe(true)
  })

  test('a campaign', async () => {
    await stranger.browser.get(`/campaigns/${scene.campaignId}`)
    await stranger.browser.click('Report this campaign')
    expect(stranger.browser.sees('Boots One')).toBe(true)
    expect(stranger.browser.sees('Walk in them and tell us.')).toBe(true)
  })

  test('a request, its other side and their messages, but not on one’s own', async () => {
    await writeMessage(app, scene.sponsor, scene.adRequestId, 'Pay the deposit to my own account.')
    const { browser } = scene.influencer
    await browser.get(`/ad-requests/${scene.adRequestId}`)
    await browser.click('Report this message')
    expect(browser.sees('Pay the deposit to my own account.')).toBe(true)
    await browser.get(`/ad-requests/${scene.adRequestId}`)
    await browser.click('Report this request')
    expect(browser.sees('Boots One × Mara One')).toBe(true)
    await browser.get(`/ad-requests/${scene.adRequestId}`)
    await browser.click('Report Northway One')
    expect(browser.sees('Northway One')).toBe(true)

    await scene.sponsor.browser.get(`/ad-requests/${scene.adRequestId}`)
    expect(scene.sponsor.browser.sees('Report this message')).toBe(false)
  })

  test('nothing of one’s own, and nothing for admins and visitors', async () => {
    const admin = await makePerson(app, 'admin')
    const pages = [`/influencers/${scene.influencer.id}`, `/campaigns/${scene.campaignId}`]
    for (const path of pages) {
      for (const browser of [admin.browser, app.visitor()]) {
        await browser.get(path)
        expect(browser.sees('Report this')).toBe(false)
      }
    }
    await scene.influencer.browser.get(`/influencers/${scene.influencer.id}`)
    expect(scene.influencer.browser.sees('Report this')).toBe(false)
    const own = await scene.influencer.browser.get(newReportPath('user', scene.influencer.id))
    expect(own.status).toBe(403)
    expect(own.text).toContain("This is yours, so you can't report it.")
  })
})

test('a visitor signs in and lands on the form', async () => {
  const visitor = app.visitor()
  await visitor.get(newReportPath('campaign', scene.campaignId))
  expect(visitor.page.url).toContain('/sign-in')
  await visitor.submit('Sign in', { username: stranger.username, password: PASSWORD })
  expect(visitor.page.url).toBe(newReportPath('campaign', scene.campaignId))
  expect(visitor.sees('Send report')).toBe(true)
})

describe('a report', () => {
  test('needs a reason, and words for “Something else”; nothing typed is lost', async () => {
    const { browser } = stranger
    await browser.get(newReportPath('user', scene.influencer.id))
    await browser.submit('Send report', { details: 'They are not who they say.' })
    expect(browser.page.status).toBe(422)
    expect(browser.sees('Choose what is wrong')).toBe(true)
    expect(browser.page.html).toContain('They are not who they say.')

    await browser.submit('Send report', { reason: 'other', details: ' ' })
    expect(browser.page.status).toBe(422)
    expect(browser.sees('Tell us what is wrong')).toBe(true)
    expect(browser.page.document.querySelector('input[value=other]')?.hasAttribute('checked')).toBe(true)
  })

  test('is shown to its reporter with its state, and takes more words', async () => {
    const reporter = await makePerson(app, 'influencer')
    await report(reporter, 'campaign', scene.campaignId, { details: 'They never pay.' })
    const { browser } = reporter
    expect(browser.sees('We have your report')).toBe(true)
    expect(browser.sees('Under review')).toBe(true)
    expect(browser.sees('They never pay.')).toBe(true)
    const { url } = browser.page

    await browser.submit('Add', { details: '' })
    expect(browser.page.status).toBe(422)
    await browser.submit('Add', { details: 'Two others told me the same.' })
    expect(browser.sees('Added to your report.')).toBe(true)
    expect(browser.sees('Two others told me the same.')).toBe(true)

    await browser.get('/abuse-reports')
    expect(browser.sees('Boots One')).toBe(true)
    expect(browser.sees('Fraud or a scam')).toBe(true)
    expect((await stranger.browser.get(url)).status).toBe(404)
    expect((await stranger.browser.post(`${url}/additions`, { details: 'Mine now.' })).status).toBe(404)
  })

  test('is made once: a second one shows the first', async () => {
    const reporter = await makePerson(app, 'influencer')
    await reporter.browser.get(newReportPath('user', scene.influencer.id))
    const page = await report(reporter, 'user', scene.influencer.id)
    const first = page.url
    await reporter.browser.get(newReportPath('user', scene.influencer.id))
    expect(reporter.browser.page.url).toBe(first)
    expect(reporter.browser.sees('You have already reported this.')).toBe(true)

    // From a form that was open in another tab.
    const fields = { subject: 'user', id: String(scene.influencer.id), reason: 'spam', details: 'And spam!' }
    const again = await reporter.browser.post('/abuse-reports', fields)
    expect(again.status).toBe(409)
    expect(again.text).toContain('You have already reported this. Nothing was sent')
    expect(again.html).toContain('And spam!')
    expect(
      await oneValue(app, 'select count(*) from abuse_reports where reporter_id = ?', [reporter.id]),
    ).toBe(1)
  })

  test('sent twice counts once', async () => {
    const reporter = await makePerson(app, 'influencer')
    await reporter.browser.get(newReportPath('campaign', scene.campaignId))
    const send = formSender(reporter.browser, app.url, 'Send report', { reason: 'spam', details: '' })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const places = answers.map(({ headers }) => headers.get('Location') ?? '')
    expect(new Set(places).size).toBe(1)
    expect((await reporter.browser.get(places[0] ?? '')).status).toBe(200)
    expect(
      await oneValue(app, 'select count(*) from abuse_reports where reporter_id = ?', [reporter.id]),
    ).toBe(1)
  })
})

describe('limits', () => {
  test('ten reports a day; the eleventh is told when there is room again', async () => {
    const reporter = await makePerson(app, 'sponsor')
    for (let count = 0; count < 10; count++) {
      const { id } = await makePerson(app, 'influencer')
      await report(reporter, 'user', id, { reason: 'spam' })
      expect(reporter.browser.sees('We have your report')).toBe(true)
    }
    const { id } = await makePerson(app, 'influencer')
    await reporter.browser.get(newReportPath('user', id))
    expect(reporter.browser.sees('You have made 10 reports within 24 hours')).toBe(true)
    expect(reporter.browser.sees('Send report')).toBe(false)
    const fields = { subject: 'user', id: String(id), reason: 'spam', details: 'One more.' }
    const refused = await reporter.browser.post('/abuse-reports', fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('One more.')

    await app.db.execute({
      sql: 'update abuse_reports set created_at = created_at - 86400000 where reporter_id = ?',
      args: [reporter.id],
    })
    expect((await reporter.browser.post('/abuse-reports', fields)).status).toBe(200)
  })

  test('ten reports at once do not slip past the limit', async () => {
    const reporter = await makePerson(app, 'sponsor')
    const others = []
    for (let count = 0; count < 13; count++) others.push(await makePerson(app, 'influencer'))
    const pages = await Promise.all(
      others.map(({ id }) =>
        reporter.browser.post('/abuse-reports', { subject: 'user', id: String(id), reason: 'spam' }),
      ),
    )
    expect(pages.filter(({ status }) => status === 422)).toHaveLength(3)
    expect(
      await oneValue(app, 'select count(*) from abuse_reports where reporter_id = ?', [reporter.id]),
    ).toBe(10)
  })

  test('words can be added five times', async () => {
    const reporter = await makePerson(app, 'influencer')
    const { url } = await report(reporter, 'campaign', scene.campaignId)
    for (const details of ['1', '2', '3', '4', '5', '5']) {
      expect((await reporter.browser.post(`${url}/additions`, { details })).status).toBe(200)
    }
    expect(reporter.browser.sees('You have added to this report 5 times')).toBe(true)
    const refused = await reporter.browser.post(`${url}/additions`, { details: 'The sixth' })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('The sixth')
  })
})

test('two reports of one thing at once make one case', async () => {
  const { campaignId } = await makeScene(app, 'Race')
  const reporters = []
  for (const domain of ['a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'f.example']) {
    reporters.push(await makePerson(app, 'influencer', { email: `x${campaignId}@${domain}` }))
  }
  await app.db.execute('update users set created_at = created_at - 864000000')
  const fields = { subject: 'campaign', id: String(campaignId), reason: 'fraud' }
  await Promise.all(reporters.map(({ browser }) => browser.post('/abuse-reports', fields)))
  const { rows } = await app.db.execute({
    sql: "select report_count, weight, version from abuse_cases where subject = 'campaign' and subject_id = ?",
    args: [campaignId],
  })
  // Six sides with 8 × 50 × 100 points each: 1000 × 240,000 / 340,000.
  expect(rows).toEqual([expect.objectContaining({ report_count: 6, weight: 705, version: 6 })])
})

test('the two sides of a request can report each other, which makes two cases', async () => {
  const { sponsor, influencer, adRequestId } = await makeScene(app, 'Sides')
  await report(sponsor, 'ad_request', adRequestId)
  await report(influencer, 'ad_request', adRequestId)
  const { rows } = await app.db.execute({
    sql: "select owner_id from abuse_cases where subject = 'ad_request' and subject_id = ? order by id",
    args: [adRequestId],
  })
  expect(rows.map((row) => row.owner_id)).toEqual([influencer.id, sponsor.id])
})

test('the form takes two round trips, sending it three', async () => {
  const reporter = await makePerson(app, 'sponsor')
  const path = newReportPath('user', scene.influencer.id)
  expect(await countRoundTrips(app, reporter.browser, path)).toEqual({ status: 200, roundTrips: 2 })
  const fields = { subject: 'user', id: String(scene.influencer.id), reason: 'spam' }
  expect(await countRoundTrips(app, reporter.browser, '/abuse-reports', fields)).toEqual({
    status: 303,
    roundTrips: 3,
  })
  const shown = await reporter.browser.get(path)
  for (const page of ['/abuse-reports', shown.url]) {
    expect(await countRoundTrips(app, reporter.browser, page)).toEqual({ status: 200, roundTrips: 2 })
  }
})
