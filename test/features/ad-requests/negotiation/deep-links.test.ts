import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { PASSWORD, type Person } from '../../../support/people.ts'
import { invited, terms } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** The link of the main button in the last e-mail to somebody, as a path. */
async function linkTo({ username }: Person, subject: string): Promise<string> {
  const find = () =>
    app.mail
      .messages()
      .find((mail) => mail.to.includes(`${username}@example.com`) && mail.subject.includes(subject))
  await expect.poll(find).toBeDefined()
  const [, href = ''] = /href="([^"]+\?answer=[^"]+)"/.exec(find()?.html ?? '') ?? []
  const { pathname, search } = new URL(href)
  return pathname + search
}

test('a signed-out reader follows the link, signs in, lands on the open card and accepts', async () => {
  const { influencer, id } = await invited(app)
  const link = await linkTo(influencer, 'Northway Outdoor offers $1,200.00 for Autumn Trail Boots')
  expect(link).toBe(`/ad-requests/${id}?answer=accept`)

  const browser = app.visitor()
  await browser.get(link)
  expect(browser.page.url).toContain('/sign-in?next=')
  await browser.submit('Sign in', { username: influencer.username, password: PASSWORD })
  expect(browser.page.url).toBe(link)
  const card = browser.page.document.querySelector('#answer')
  expect(card?.textContent).toContain('Accept offer 1?')
  expect(card?.textContent).toContain('$1,200.00')
  // The browser scrolls to it without JavaScript.
  expect(card?.hasAttribute('autofocus')).toBe(true)
  expect(browser.page.document.querySelectorAll('[autofocus]')).toHaveLength(1)

  await browser.submit('Accept offer 1')
  expect(browser.sees('Accepted. The terms are now final.')).toBe(true)
})

test('a link to a message opens the thread with its field focused', async () => {
  const { sponsor, influencer, id } = await invited(app)
  await influencer.browser.post(`/ad-requests/${id}/messages`, { message: 'Which size?' })
  const link = await linkTo(sponsor, 'sent you a message')
  await sponsor.browser.get(link)
  const [focused, ...others] = sponsor.browser.page.document.querySelectorAll('[autofocus]')
  expect(focused?.getAttribute('name')).toBe('message')
  expect(others).toEqual([])
})

test('a link to an offer that has been answered since shows how things are', async () => {
  const { influencer, id } = await invited(app)
  await influencer.browser.post(`/ad-requests/${id}/offers`, terms({ offer_number: '1' }))
  await influencer.browser.get(`/ad-requests/${id}?answer=accept`)
  expect(influencer.browser.page.document.querySelector('#answer')).toBeNull()
  expect(influencer.browser.sees('Waiting for Northway Outdoor to answer.')).toBe(true)
})

test('a sponsor without the budget is told so, and can still counter', async () => {
  const { sponsor, influencer, id } = await invited(app, { budget: 130_000 })
  await influencer.browser.post(
    `/ad-requests/${id}/offers`,
    terms({ offer_number: '1', payment_amount: '1400' }),
  )
  await sponsor.browser.get(`/ad-requests/${id}?answer=accept`)
  expect(sponsor.browser.page.document.querySelector('#answer')).toBeNull()
  expect(sponsor.browser.sees('This offer is $100.00 more than your campaign has left.')).toBe(true)
  expect(sponsor.browser.sees('Counter')).toBe(true)
})

test('a refused form leaves the focus to its first error', async () => {
  const { influencer, id } = await invited(app)
  await influencer.browser.get(`/ad-requests/${id}?answer=reject`)
  expect(influencer.browser.page.document.querySelector('#answer')?.hasAttribute('autofocus')).toBe(true)
  await influencer.browser.post(`/ad-requests/${id}/rejection`, {})
  expect(influencer.browser.page.document.querySelector('#answer')?.hasAttribute('autofocus')).toBe(false)
})
