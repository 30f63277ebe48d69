import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makePerson, PASSWORD } from '../../support/people.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { desk } from '../support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

test('a shown password is hidden again before it is sent, and when the page is left', async () => {
  const person = await makePerson(e2e.app, 'influencer')
  const user = await e2e.newUser(desk)
  const { page } = user
  await user.open('/sign-in')
  const password = page.locator('[name=password]')
  const show = page.getByRole('button', { name: 'Show password' })
  await password.fill(PASSWORD)
  await show.click()
  expect(await password.getAttribute('type')).toBe('text')

  // Leaving and coming back: the browser keeps the page as it was.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  expect(await password.getAttribute('type')).toBe('password')
  expect(await show.getAttribute('aria-pressed')).toBe('false')

  await show.click()
  await page.getByLabel('Username or e-mail').fill(person.username)
  const typeWhenSent = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('submit', (event) => {
          const form = event.target instanceof HTMLFormElement ? event.target : null
          resolve(form?.querySelector('[name=password]')?.getAttribute('type'))
        })
      }),
  )
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await typeWhenSent).toBe('password')
  await page.waitForURL('**/home')
  expect(user.path).toBe('/home')
  await user.close()
})
