import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson, makeSession } from '../support/people.ts'
import { createInfluencers } from './discovery/influencers.ts'
import { launchWithTextSize } from './support/chromium.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { findProblems } from './support/page-checks.ts'

let e2e: E2eApp
let browser: BrowserContext
let profile: string
beforeAll(async () => {
  e2e = await startE2eApp()
  await createInfluencers(e2e.app)
  profile = await mkdtemp(join(tmpdir(), 'parley-large-text-'))
  const viewport = { width: 1280, height: 800 }
  browser = await launchWithTextSize(32, profile, { baseURL: e2e.app.url, viewport })
})
afterAll(async () => {
  await browser.close()
  await e2e.close()
  await rm(profile, { recursive: true, force: true })
})

const pages = {
  sponsor: ['/home', '/influencers', '/campaigns', '/ad-requests', '/settings/notifications'],
  admin: ['/admin', '/admin/users', '/admin/sponsors'],
} as const

for (const role of ['sponsor', 'admin'] as const) {
  test(`with text twice as large, nothing runs out of the window (${role})`, async () => {
    const person = await makePerson(e2e.app, role)
    const value = await makeSession(e2e.app, person.id)
    await browser.addCookies([{ name: 'parley_session', value, url: e2e.app.url }])
    const page = await browser.newPage()
    for (const path of pages[role]) {
      await page.goto(path)
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      expect(size).toBe('32px')
      expect(await findProblems(page, 'nothing'), path).toEqual([])
      // The header's entries stand in the window too, even where the header itself scrolls.
      const outside = await page.evaluate(
        () =>
          [...document.querySelectorAll('header a, header summary')].filter(
            (one) => one.getBoundingClientRect().right > window.innerWidth,
          ).length,
      )
      expect(outside, path).toBe(0)
    }
  })
}
