import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { named } from '../../local/demo/accounts.ts'
import { loadDemo } from '../../local/demo.ts'
import { makeSession } from '../support/people.ts'
import type { BrowserUser } from './support/browser-user.ts'
import { adminAccount, type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { provideFonts, switchFont } from './support/fonts.ts'
import { makeClockItems } from './support/items/clock-items.ts'
import { flagCampaign, makeBulkAction, saveItems } from './support/items/saved-items.ts'
import { findKeyboardProblems } from './support/keyboard-walk/walk.ts'
import { findProblems, findWidthProblems } from './support/page-checks.ts'
import { findIds, type Ids, pagesOf, pathOf, roles } from './support/pages.ts'
import { phone } from './support/variants.ts'

let e2e: E2eApp
let mailLinks: Awaited<ReturnType<typeof makeClockItems>>
beforeAll(async () => {
  e2e = await startE2eApp()
  await loadDemo(e2e.app.libsql.url, { now: Date.now() })
  const { sponsor, influencer } = named
  await saveItems(e2e.app, { sponsor: sponsor.username, influencer: influencer.username })
  await makeBulkAction(e2e.app, adminAccount.username)
  await flagCampaign(e2e.app, adminAccount.username, sponsor.username)
  mailLinks = await makeClockItems(e2e.app, named)
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

const usernames: Record<(typeof roles)[number], string | null> = {
  visitor: null,
  'waiting sponsor': named.waiting.username,
  'rejected sponsor': named.rejected.username,
  sponsor: named.sponsor.username,
  influencer: named.influencer.username,
  admin: adminAccount.username,
}

describe.each(roles)('%s', (role) => {
  let user: BrowserUser
  let ids: Ids
  beforeAll(async () => {
    ids = await findIds(e2e.app.db, usernames[role])
    user = await e2e.newUser(phone, ids.user ? await makeSession(e2e.app, ids.user) : null)
    await provideFonts(user.page)
  })
  afterAll(() => user.close())

  test.each(pagesOf(role))(
    '%s is accessible, fits on any screen, and can be used with keys alone',
    async (pattern) => {
      const { page } = user
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 360, height: 740 })
      await user.open(pathOf(pattern, { ...mailLinks, ...ids }), pattern === '/nowhere' ? 404 : 200)
      expect(await findProblems(page, 'size')).toEqual([])

      for (const font of [null, 'narrow', 'wide'] as const) {
        await switchFont(page, font)
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
