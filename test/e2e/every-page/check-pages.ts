import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserUser } from '../support/browser-user.ts'
import { type DemoApp, startDemoApp } from '../support/demo-app.ts'
import { switchFont } from '../support/fonts.ts'
import { findKeyboardProblems } from '../support/keyboard-walk/walk.ts'
import { findProblems, findWidthProblems, loadAxe } from '../support/page-checks.ts'
import { pagesOf, type Role } from '../support/pages.ts'
import { phone } from '../support/variants.ts'

/** Tests of every page that people with these roles may open. */
export function checkPages(...roles: readonly Role[]): void {
  let demo: DemoApp
  beforeAll(async () => {
    demo = await startDemoApp()
  })
  afterEach(() => expect(demo.takeErrors()).toEqual([]))
  afterAll(() => demo.close())

  describe.each(roles)('%s', (role) => {
    let user: BrowserUser
    let pathOf: (pattern: string) => string
    beforeAll(async () => {
      const person = await demo.as(role)
      pathOf = person.pathOf
      user = await demo.newUser(phone, person.session)
      await loadAxe(user.page)
    })
    afterAll(() => user.close())

    test.each(pagesOf(role))(
      '%s is accessible, fits on any screen, and can be used with keys alone',
      async (pattern) => {
        const { page } = user
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.setViewportSize({ width: 360, height: 740 })
        await user.open(pathOf(pattern), pattern === '/nowhere' ? 404 : 200)
        expect(await findProblems(page, 'size')).toEqual([])

        for (const font of [null, 'narrow', 'wide'] as const) {
          if (font) await switchFont(page, font)
          // The narrowest screen, and the narrowest one on which the header shows all links.
          for (const width of [320, 768]) {
            await page.setViewportSize({ width, height: 740 })
            expect(await findWidthProblems(page), `in the font: ${font ?? 'default'}`).toEqual([])
          }
        }
        await switchFont(page, null)

        await page.emulateMedia({ colorScheme: 'light' })
        await page.setViewportSize({ width: 1280, height: 900 })
        expect(await findProblems(page, 'everything')).toEqual([])
        expect(await findKeyboardProblems(page)).toEqual([])
      },
    )
  })
}
