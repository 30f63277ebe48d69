import { afterAll, beforeAll, expect, it } from 'vitest'
import { invite } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { withoutMail } from '../../../support/round-trips.ts'

let app: App
let admin: Person
let adRequestId: number

beforeAll(async () => {
  app = await startApp(withoutMail)
  admin = await makePerson(app, 'admin')
  const northway = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  const kettle = await makePerson(app, 'sponsor', { display_name: 'Kettle and Crumb' })
  const mara = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  const boots = await makeCampaign(app, northway, { name: 'Autumn Trail Boots' })
  await makeCampaign(app, kettle, { name: 'Slow Coffee', visibility: 'private', budget: 9_000_000 })
  await makeCampaign(app, kettle, { name: 'Sourdough Saturdays', state: 'draft', endsInDays: 3 })
  adRequestId = await invite(app, northway, mara, boots)
})
afterAll(() => app.close())

const rows = () =>
  [...admin.browser.page.document.querySelectorAll('tbody tr a:first-child')].map(({ textContent }) =>
    textContent?.trim(),
  )

it('an admin finds campaigns by words, filters and sort orders', async () => {
  await admin.browser.get('/admin/campaigns')
  for (const name of ['Autumn Trail Boots', 'Slow Coffee', 'Sourdough Saturdays'])
    expect(admin.browser.sees(name), name).toBe(true)

  await admin.browser.get('/admin/campaigns?query=kettle&sort=budget')
  expect(rows().filter((text) => text?.startsWith('S'))).toEqual(['Slow Coffee', 'Sourdough Saturdays'])
  await admin.browser.get('/admin/campaigns?state=draft')
  expect(admin.browser.sees('Slow Coffee')).toBe(false)
  await admin.browser.click('Sourdough Saturdays')
  expect(admin.browser.page.status).toBe(200)
})

it('an admin finds a request by its campaign, its sponsor and its influencer', async () => {
  for (const query of ['trail', 'northway', 'lindqvist']) {
    await admin.browser.get(`/admin/ad-requests?query=${query}`)
    expect(rows(), query).toContain('Autumn Trail Boots')
  }
  await admin.browser.get('/admin/ad-requests?query=kettle')
  expect(admin.browser.sees('No ad requests match “kettle”')).toBe(true)

  await admin.browser.get('/admin/ad-requests?turn=influencer&sort=closing')
  await admin.browser.click('Autumn Trail Boots')
  expect(admin.browser.page.url).toBe(`/ad-requests/${adRequestId}`)
})

it('a list is also a file, with what it shows', async () => {
  const answer = await admin.browser.send('/admin/ad-requests?format=csv&query=northway', {})
  expect(answer.headers.get('Content-Type')).toContain('text/csv')
  const [header, row] = (await answer.text()).split('\r\n')
  expect(header).toContain('Campaign,Sponsor,Influencer,State,Latest offer')
  expect(row).toContain("Autumn Trail Boots,Northway Outdoor,Mara Lindqvist,Influencer's move,1200.00")
})

it('the navigation leads to both', async () => {
  await admin.browser.get('/home')
  await admin.browser.click('Campaigns')
  expect(admin.browser.page.url).toBe('/admin/campaigns')
  await admin.browser.click('Requests')
  expect(admin.browser.page.url).toBe('/admin/ad-requests')
})
