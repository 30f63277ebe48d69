import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD } from '../../support/people.ts'
import { launchWithoutCookies } from '../support/chromium.ts'

let app: App
let profile: string
let context: BrowserContext

beforeAll(async () => {
  app = await startApp()
  profile = await mkdtemp(join(tmpdir(), 'parley-no-cookies-'))
  context = await launchWithoutCookies(profile, { baseURL: app.url })
})
afterAll(async () => {
  await context.close()
  await app.close()
  await rm(profile, { recursive: true, force: true })
})

test('signing in without cookies says why it did not work', async () => {
  const person = await makePerson(app, 'influencer')
  const page = await context.newPage()
  await page.goto('/settings/notifications')
  await page.getByLabel('Username or e-mail').fill(person.username)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()

  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('did not keep the sign-in cookie')
  expect(await context.cookies()).toEqual([])
  // Once cookies are allowed, it leads to the page that was wanted.
  expect(await page.locator('form[action*="next="]').getAttribute('action')).toBe(
    '/sign-in?next=%2Fsettings%2Fnotifications',
  )
})
