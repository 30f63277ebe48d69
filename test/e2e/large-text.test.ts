import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchWithTextSize } from './support/chromium.ts'
import { type DemoApp, startDemoApp } from './support/demo-app.ts'
import { findProblems } from './support/page-checks.ts'
import { pagesOf, roles } from './support/pages.ts'

let demo: DemoApp
let browser: BrowserContext
let profile: string
beforeAll(async () => {
  demo = await startDemoApp()
  profile = await mkdtemp(join(tmpdir(), 'parley-large-text-'))
  const viewport = { width: 1280, height: 800 }
  browser = await launchWithTextSize(32, profile, { baseURL: demo.app.url, viewport })
})
afterAll(async () => {
  await browser.close()
  await demo.close()
  await rm(profile, { recursive: true, force: true })
})

test.each(roles)(
  'with text twice as large, nothing runs out of the window on any page (%s)',
  async (role) => {
    const { session, pathOf } = await demo.as(role)
    await browser.clearCookies()
    if (session) await browser.addCookies([{ name: 'parley_session', value: session, url: demo.app.url }])
    const page = await browser.newPage()
    for (const pattern of pagesOf(role)) {
      await page.goto(pathOf(pattern))
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      expect(size).toBe('32px')
      expect(await findProblems(page, 'nothing'), pattern).toEqual([])
      // The header's entries stand in the window too, even where the header itself scrolls.
      const outside = await page.evaluate(
        () =>
          [...document.querySelectorAll('header a, header summary')].filter(
            (one) => one.getBoundingClientRect().right > window.innerWidth,
          ).length,
      )
      expect(outside, pattern).toBe(0)
    }
    await page.close()
  },
)
