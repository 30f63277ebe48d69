import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('names of an approved sponsor that nobody has approved', () => {
  it('are seen by nobody else: neither a new company name nor a display name', async () => {
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
    const influencer = await makePerson(app, 'influencer')
    const campaignId = await makeCampaign(app, sponsor)

    await sponsor.browser.get('/settings/profile')
    await sponsor.browser.submit('Save', { company_name: 'Zephyr Holdings' })
    await app.db.execute({
      sql: "update users set display_name = 'Quixote Unseen', search_display_name = 'quixote unseen' where id = ?",
      args: [sponsor.id],
    })
    const id = await invite(app, sponsor, influencer, campaignId)
    await sponsor.browser.post(`/ad-requests/${id}/messages`, { message: 'Hello there.' })
    const { rows } = await app.db.execute({
      sql: 'select id from messages where ad_request_id = ?',
      args: [id],
    })
    await sponsor.browser.post(`/ad-requests/${id}/offers`, { offer_number: '1', payment_amount: '1300' })

    const paths = [
      '/home',
      '/ad-requests',
      `/ad-requests/${id}`,
      '/notifications',
      '/campaigns',
      `/campaigns/${campaignId}`,
      `/abuse-reports/new?subject=message&id=${rows[0]?.id}`,
      '/exports/ad-requests.csv',
    ]
    for (const path of paths) {
      const text = await (await influencer.browser.send(path)).text()
      expect([path, /Zephyr|Quixote/.test(text)]).toEqual([path, false])
    }
    expect((await influencer.browser.get(`/ad-requests/${id}`)).text).toContain(
      'Northway Outdoor sent the invitation.',
    )

    const mails = await app.db.execute({
      sql: 'select title, body from outbox where user_id = ?',
      args: [influencer.id],
    })
    expect(mails.rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(mails.rows)).not.toMatch(/Zephyr|Quixote/)
  })
})
