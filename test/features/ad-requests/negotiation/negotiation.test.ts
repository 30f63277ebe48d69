import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite, openRequest } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson } from '../../../support/people.ts'
import { openForm } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function twoSides() {
  const sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  const influencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  const campaignId = await makeCampaign(app, sponsor)
  return { sponsor, influencer, campaignId }
}

test('an offer is countered, edited and accepted: the budget is committed and the terms are final', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId, { message: 'Would you walk these in?' })

  await influencer.browser.get('/home')
  expect(influencer.browser.sees('One thing is waiting for you.')).toBe(true)
  await influencer.browser.click('Reply to Northway Outdoor')
  expect(influencer.browser.sees('Northway Outdoor offered $1,200.00')).toBe(true)

  await influencer.browser.click('Counter')
  await influencer.browser.submit('Send counteroffer', {
    payment_amount: '1600',
    message: 'Two days of filming.',
  })
  expect(influencer.browser.sees('You asked for $1,600.00')).toBe(true)
  await influencer.browser.click('Edit')
  await influencer.browser.submit('Update offer', { payment_amount: '1450.00' })

  await sponsor.browser.get(`/ad-requests/${id}`)
  expect(sponsor.browser.sees('Mara Lindqvist asked for $1,450.00')).toBe(true)
  expect(sponsor.browser.sees('Your campaign has $10,000.00 left')).toBe(true)
  await sponsor.browser.click('Review and accept offer 3')
  await sponsor.browser.submit('Accept offer 3')
  expect(sponsor.browser.sees('Agreed on $1,450.00')).toBe(true)

  const { rows } = await app.db.execute({
    sql: `select c.committed, k.payment_amount, k.state, json_extract(k.terms, '$.offerNumber') as number
      from campaigns c join collaborations k on k.campaign_id = c.id where c.id = ?`,
    args: [campaignId],
  })
  expect(rows).toMatchObject([
    { committed: 145_000, payment_amount: 145_000, state: 'awaiting_funding', number: 3 },
  ])
})

test('an influencer applies to a public campaign and the sponsor accepts', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  await influencer.browser.get(`/campaigns/${campaignId}/applications`)
  await influencer.browser.submit('Send application', {
    payment_amount: '900',
    message: 'I walk there every week.',
  })
  const id = await openRequest(app, campaignId, influencer)

  await sponsor.browser.get('/home')
  await sponsor.browser.click('Reply to Mara Lindqvist')
  await sponsor.browser.click('Review and accept offer 1')
  await sponsor.browser.submit('Accept offer 1')
  expect(sponsor.browser.sees('Agreed on $900.00')).toBe(true)
  expect(sponsor.browser.page.url).toBe(`/ad-requests/${id}`)
})

test('accepting an offer that has been replaced is refused, and the newer one is shown', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId)
  await influencer.browser.get(`/ad-requests/${id}?answer=accept`)

  await sponsor.browser.get(`/ad-requests/${id}?answer=offer`)
  await sponsor.browser.submit('Update offer', { payment_amount: '800.00' })
  const refused = await influencer.browser.submit('Accept offer 1')

  expect(refused.status).toBe(409)
  expect(refused.text).toContain('The latest is offer 2: $800.00')
  const answer = refused.document.querySelector('#answer')?.textContent
  expect(answer).toContain('Accept offer 2')
  expect(answer?.split('$800.00')).toHaveLength(2)
})

test('nobody can accept their own offer', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId)

  const refused = await sponsor.browser.post(`/ad-requests/${id}/acceptance`, {
    offer_number: '1',
    campaign_version: '1',
  })

  expect(refused.status).toBe(422)
  expect(refused.text).toContain('This is your own offer')
})

test("somebody else's request is a 404 for every action", async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId)
  const strangers = [await makePerson(app, 'sponsor'), await makePerson(app, 'influencer')]

  for (const { browser } of strangers) {
    expect((await browser.get(`/ad-requests/${id}`)).status).toBe(404)
    for (const noun of ['offers', 'acceptance', 'rejection', 'withdrawal', 'messages']) {
      expect((await browser.post(`/ad-requests/${id}/${noun}`, { offer_number: '1' })).status).toBe(404)
    }
  }
})

test('after the campaign is edited, its terms must be read again before accepting', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId)
  await influencer.browser.get(`/ad-requests/${id}?answer=accept`)

  await sponsor.browser.get(`/campaigns/${campaignId}/edit`)
  await sponsor.browser.submit('Save', { donts: 'Never smile.' })
  const refused = await influencer.browser.submit('Accept offer 1')

  expect(refused.status).toBe(409)
  expect(refused.text).toContain('The campaign was edited after you opened this page')
  expect(refused.text).toContain('Never smile.')
  await influencer.browser.submit('Accept offer 1')
  expect(influencer.browser.sees('Agreed on $1,200.00')).toBe(true)
})

test('a message submitted several times is sent once', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId)
  const fields = { message: 'Do you keep the boots?', ...(await openForm(sponsor)) }

  await Promise.all(
    [1, 2, 3].map(() =>
      sponsor.browser.send(`/ad-requests/${id}/messages`, {
        method: 'POST',
        body: new URLSearchParams(fields),
      }),
    ),
  )

  const { rows } = await app.db.execute({
    sql: 'select body from messages where ad_request_id = ?',
    args: [id],
  })
  expect(rows).toHaveLength(1)
})

test('text written for a request that has since closed is shown again', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId)
  await influencer.browser.get(`/ad-requests/${id}?answer=offer`)
  await sponsor.browser.post(`/ad-requests/${id}/withdrawal`)

  const refused = await influencer.browser.submit('Send counteroffer', { message: 'Two days of filming.' })

  expect(refused.status).toBe(409)
  expect(refused.text).toContain('What you wrote')
  expect(refused.text).toContain('Two days of filming.')
})

test('an earlier campaign end also ends its open offers', async () => {
  const { sponsor, influencer, campaignId } = await twoSides()
  const id = await invite(app, sponsor, influencer, campaignId, { expires_in: '336' })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

  await sponsor.browser.get(`/campaigns/${campaignId}/edit`)
  await sponsor.browser.submit('Save', { end_date: tomorrow })

  const { rows } = await app.db.execute({
    sql: 'select r.closes_at = c.ends_at as together from ad_requests r join campaigns c on c.id = r.campaign_id where r.id = ?',
    args: [id],
  })
  expect(rows[0]?.together).toBe(1)
})
