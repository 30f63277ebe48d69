import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { collaborate } from '../../support/collaborations.ts'
import { makePerson } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test("a sponsor's count of active campaigns matches the list it links to", async () => {
  const sponsor = await makePerson(app, 'sponsor')
  await makeCampaign(app, sponsor, { name: 'Still open' })
  await makeCampaign(app, sponsor, { name: 'Already over', endsInDays: -3 })
  const { browser } = sponsor
  await browser.get('/home')
  expect(browser.page.text).toMatch(/Active campaigns\s*1(?!\d)/)
  await browser.click('Active campaigns')
  expect([browser.sees('Still open'), browser.sees('Already over')]).toEqual([true, false])
})

test('influencers see only campaigns that they can open', async () => {
  const influencer = await makePerson(app, 'influencer')
  const sponsor = await makePerson(app, 'sponsor')
  await makeCampaign(app, sponsor, { name: 'From a suspended sponsor' })
  await influencer.browser.get('/home')
  expect(influencer.browser.sees('From a suspended sponsor')).toBe(true)

  await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [sponsor.id] })
  await influencer.browser.get('/home')
  expect(influencer.browser.sees('From a suspended sponsor')).toBe(false)
})

test('a deal is active until its collaboration has ended', async () => {
  const influencer = await makePerson(app, 'influencer')
  const sponsor = await makePerson(app, 'sponsor')
  const states = ['awaiting_funding', 'in_progress', 'completed', 'cancelled', 'disputed', 'lapsed']
  for (const state of states) {
    // A private campaign, which is not also listed among the new ones.
    const campaignId = await makeCampaign(app, sponsor, { name: `Deal: ${state}`, visibility: 'private' })
    await collaborate(app, sponsor, influencer, campaignId, { state })
  }
  const { text } = await influencer.browser.get('/home')
  const listed = [...text.matchAll(/Deal: ([a-z_]+)/g)].map(([, state]) => state)
  expect(listed).toEqual(['in_progress', 'disputed', 'awaiting_funding'])
})

test('a new influencer is led to their first channel', async () => {
  const { browser } = await makePerson(app, 'influencer')
  await browser.get('/home')
  await browser.click('Add your first channel')
  expect(browser.page.url).toBe('/settings/channels')
  await browser.submit('Add channel', {
    platform: 'instagram',
    handle: '@first.channel',
    followers: '1000',
    average_views: '500',
    average_likes: '40',
    average_comments: '4',
    posts_last_30_days: '8',
  })
  expect(browser.sees('Channel added')).toBe(true)
  await browser.get('/home')
  expect(browser.sees('Add your first channel')).toBe(false)
})
