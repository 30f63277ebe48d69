import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { invited, terms } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('nobody can apply to a private campaign, even after an earlier invitation', async () => {
  const { influencer, campaignId, id } = await invited(app)
  await app.db.execute({
    sql: "update campaigns set visibility = 'private' where id = ?",
    args: [campaignId],
  })
  await influencer.browser.post(`/ad-requests/${id}/rejection`, { reason: 'timing' })

  expect((await influencer.browser.get(`/campaigns/${campaignId}`)).text).toContain(
    'Only invited influencers can take part',
  )
  expect((await influencer.browser.get(`/campaigns/${campaignId}/applications`)).status).toBe(404)
  expect((await influencer.browser.post(`/campaigns/${campaignId}/applications`, terms())).status).toBe(404)
  const { rows } = await app.db.execute({
    sql: 'select state from ad_requests where campaign_id = ?',
    args: [campaignId],
  })
  expect(rows).toMatchObject([{ state: 'rejected' }])
})
