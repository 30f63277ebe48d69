import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test("a sponsor's count of active campaigns is that of the list it leads to", async () => {
  const sponsor = await makePerson(app, 'sponsor')
  await makeCampaign(app, sponsor, { name: 'Runs' })
  await makeCampaign(app, sponsor, { name: 'Is over', endsInDays: -3 })
  const { browser } = sponsor
  await browser.get('/home')
  expect(browser.page.text).toMatch(/Active campaigns\s*1(?!\d)/)
  await browser.click('Active campaigns')
  expect([browser.sees('Runs'), browser.sees('Is over')]).toEqual([true, false])
})

test('influencers see only campaigns that they can open', async () => {
  const influencer = await makePerson(app, 'influencer')
  const sponsor = await makePerson(app, 'sponsor')
  await makeCampaign(app, sponsor, { name: 'Of somebody suspended' })
  await influencer.browser.get('/home')
  expect(influencer.browser.sees('Of somebody suspended')).toBe(true)

  await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [sponsor.id] })
  await influencer.browser.get('/home')
  expect(influencer.browser.sees('Of somebody suspended')).toBe(false)
})
