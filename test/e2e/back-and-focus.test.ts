import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { invite } from '../support/ad-requests.ts'
import { makeCampaign } from '../support/campaigns.ts'
import { makePerson, makeSession } from '../support/people.ts'
import { createInfluencers } from './discovery/influencers.ts'
import { loadByScrolling } from './discovery/scrolling.ts'
import type { BrowserUser } from './support/browser-user.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { desk } from './support/variants.ts'

let e2e: E2eApp
let user: BrowserUser
beforeAll(async () => {
  e2e = await startE2eApp({ withWindows: true })
  await createInfluencers(e2e.app)
  const sponsor = await makePerson(e2e.app, 'sponsor')
  const influencer = await makePerson(e2e.app, 'influencer')
  await invite(e2e.app, sponsor, influencer, await makeCampaign(e2e.app, sponsor))
  user = await e2e.newUser(desk, await makeSession(e2e.app, sponsor.id))
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

const rows = () => user.page.locator('#influencers tbody > tr')
const selected = () => rows().locator('input:checked')

test('going back from a result far down a list finds the list as it was left', async () => {
  await user.open('/influencers?query=trail')
  await user.page.locator('.page-footer').scrollIntoViewIfNeeded()
  await expect.poll(() => rows().count()).toBe(40)
  const result = rows().nth(30).getByRole('link').first()
  await rows().nth(5).locator('input').check()
  await rows().nth(28).locator('input').check()
  await result.scrollIntoViewIfNeeded()
  const top = await user.page.evaluate(() => window.scrollY)
  const name = await result.textContent()
  await result.click()
  await user.sees(name ?? '')
  await user.page.waitForURL('**/influencers/*')

  await user.page.goBack()
  await expect.poll(() => rows().count()).toBe(40)
  await expect.poll(() => selected().count()).toBe(2)
  await expect.poll(() => user.page.evaluate(() => window.scrollY)).toBe(top)
  expect(await rows().nth(30).getByRole('link').first().textContent()).toBe(name)
})

test('so does going back from further down, where several pages have been loaded', async () => {
  await user.open('/influencers')
  await loadByScrolling(user.page)
  const result = rows().nth(70).getByRole('link').first()
  await result.scrollIntoViewIfNeeded()
  const top = await user.page.evaluate(() => window.scrollY)
  await result.click()
  await user.page.waitForURL('**/influencers/*')

  await user.page.goBack()
  await expect.poll(() => rows().count()).toBe(80)
  await expect.poll(() => user.page.evaluate(() => window.scrollY)).toBe(top)
})

test('going back from a comparison keeps the selection', async () => {
  await user.open('/influencers?query=trail')
  for (const index of [0, 2]) await rows().nth(index).locator('input').check()
  await user.press('Compare', { method: 'GET' })
  await user.sees('2 side by side')
  await user.page.goBack()
  await expect.poll(() => selected().count()).toBe(2)
  await user.press('Compare', { method: 'GET' })
  await user.sees('2 side by side')
})

test('going back after filtering leads to the search before, and not to the page before', async () => {
  await user.open('/home')
  await user.open('/influencers')
  const { page } = user
  await page.getByLabel('Keyword').pressSequentially('trail', { delay: 20 })
  await page.waitForURL('**/influencers?query=trail')
  await page.getByLabel('Category').selectOption({ label: 'Outdoors' })
  await page.waitForURL('**/influencers?query=trail&category=outdoors')

  await page.goBack()
  await page.waitForURL('**/influencers?query=trail')
  await expect.poll(() => page.getByLabel('Category').inputValue()).toBe('')
  await page.goBack()
  await page.waitForURL('**/influencers')
  await expect.poll(() => page.getByLabel('Keyword').inputValue()).toBe('')
  await page.goForward()
  await page.waitForURL('**/influencers?query=trail')
  await expect.poll(() => page.getByLabel('Keyword').inputValue()).toBe('trail')
})

test('a tab keeps the focus, and what it shows is read out', async () => {
  await user.open('/ad-requests')
  const tab = user.page.locator('.tabs a').nth(1)
  await tabTo(user.page, tab)
  await user.page.keyboard.press('Enter')
  await user.page.waitForURL('**/ad-requests?listing=*')
  await expect.poll(() => tab.getAttribute('aria-current')).toBe('page')
  await expect.poll(() => focused(user.page)).toMatchObject({ id: 'ad-requests-tab-1' })
  expect(await user.page.locator('#announcer').textContent()).not.toBe('')
})

test('what a search finds is read out', async () => {
  await user.open('/influencers?query=trail&category=outdoors')
  await user.page.getByLabel('Keyword').fill('nobody has this name')
  await expect
    .poll(() => user.page.locator('#announcer').textContent())
    .toBe('No influencers match all filters')
})

test('“More” by keyboard keeps the focus', async () => {
  await user.open('/influencers?query=trail')
  const more = user.page.locator('#influencers-more')
  const before = await more.getAttribute('href')
  await more.focus()
  await user.page.keyboard.press('Enter')
  await expect.poll(() => more.getAttribute('href')).not.toBe(before)
  await expect.poll(() => focused(user.page)).toMatchObject({ id: 'influencers-more' })
})

test('Ctrl, Shift or Cmd and a click open tabs and further pages elsewhere', async () => {
  await user.open('/influencers')
  await loadByScrolling(user.page)
  for (const [selector, modifier] of [
    ['#influencers-more', 'ControlOrMeta'],
    ['#influencers-more', 'Shift'],
  ] as const) {
    const [opened] = await Promise.all([
      user.page.context().waitForEvent('page'),
      user.page.locator(selector).click({ modifiers: [modifier] }),
    ])
    await opened.waitForURL('**/influencers?after=*')
    await opened.close()
  }
  expect(user.path).toBe('/influencers')
})
