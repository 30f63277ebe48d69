import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { type DemoApp, startDemoApp } from './support/demo-app.ts'
import { findProblems } from './support/page-checks.ts'
import { pagesOf, roles } from './support/pages.ts'

let demo: DemoApp
let browser: Browser
beforeAll(async () => {
  demo = await startDemoApp()
  browser = await launchChromium({ textSize: 32 })
})
afterAll(async () => {
  await browser.close()
  await demo.close()
})

test.each(roles)(
  'with text twice as large, nothing runs out of the window on any page (%s)',
  async (role) => {
    const { session, pathOf } = await demo.as(role)
    const context = await browser.newContext({
      baseURL: demo.app.url,
      viewport: { width: 1280, height: 800 },
    })
    if (session) await context.addCookies([{ name: 'parley_session', value: session, url: demo.app.url }])
    const page = await context.newPage()
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
    await context.close()
  },
)
