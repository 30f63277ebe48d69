import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeE2ePerson } from './support/accounts.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { phone, variants } from './support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: previews of e-mails', (variant) => {
  test('an admin sees an e-mail in its own colors, fitting the frame', async () => {
    const { user } = await makeE2ePerson(e2e, 'admin', 'Ada Keeper', variant)
    await user.open('/admin/mail/preview')
    await user.checkPage('mail-1-all')
    await user.open('/admin/mail/preview/every_block')
    const mail = user.page.frameLocator('iframe')
    await mail.getByRole('link', { name: 'The main thing to do' }).waitFor()
    const { color, overflows } = await mail.locator('body').evaluate((body) => ({
      color: getComputedStyle(body).backgroundColor,
      overflows: body.scrollWidth > body.clientWidth,
    }))
    expect(color).toBe(variant.scheme === 'dark' ? 'rgb(19, 22, 20)' : 'rgb(250, 249, 246)')
    expect(overflows).toBe(false)
    await user.page.screenshot({
      path: `screenshots/${variant.variant}/mail-2-every-block.png`,
      fullPage: true,
    })
    await user.close()
  })
})

test('every e-mail fits a phone', async () => {
  const { user } = await makeE2ePerson(e2e, 'admin', 'Ada Keeper', phone)
  await user.open('/admin/mail/preview')
  const paths = await user.page
    .locator('main a[href^="/admin/mail/preview/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(paths.length).toBeGreaterThan(50)
  const tooWide: string[] = []
  for (const path of paths) {
    await user.page.goto(new URL(`${path}/html`, user.page.url()).href)
    const width = await user.page.evaluate(() => document.documentElement.scrollWidth)
    if (width > phone.width) tooWide.push(`${path}: ${width} px`)
  }
  expect(tooWide).toEqual([])
  await user.close()
})
