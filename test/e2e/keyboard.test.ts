import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaigns.ts'
import { makePerson } from '../support/people.ts'
import { type E2ePerson, makeE2ePerson } from './support/accounts.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { findProblems } from './support/page-checks.ts'
import { desk, plainDesk } from './support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each([desk, plainDesk])('$variant: by keyboard', (variant) => {
  let sponsor: E2ePerson
  beforeAll(async () => {
    sponsor = await makeE2ePerson(e2e, 'sponsor', 'Northway Outdoor', variant)
  })
  const focus = () => focused(sponsor.user.page)

  test('the first Tab stop skips to the main content', async () => {
    const { user } = sponsor
    await user.open('/home')
    await user.page.keyboard.press('Tab')
    await expect.poll(focus).toMatchObject({ text: 'Skip to main content' })
    await user.page.keyboard.press('Enter')
    await expect.poll(focus).toMatchObject({ id: 'main' })
    await user.page.keyboard.press('Tab')
    await expect.poll(focus).toMatchObject({ region: 'main' })
  })

  test('the menu opens, closes, and its links work', async () => {
    const { user } = sponsor
    const { keyboard } = user.page
    await user.open('/home')
    await tabTo(user.page, user.page.locator('header summary'))
    await keyboard.press('Enter')
    await tabTo(user.page, user.link('Profile'))
    if (variant.javaScript) {
      await keyboard.press('Escape')
      expect(await user.link('Profile').count()).toBe(0)
      await expect.poll(focus).toMatchObject({ tag: 'SUMMARY' })
      await keyboard.press('Enter')
      await tabTo(user.page, user.link('Profile'))
    }
    await keyboard.press('Enter')
    await user.page.waitForURL('**/settings/profile')
  })

  test('a confirmation opens, closes, and can be confirmed', async () => {
    const { user } = sponsor
    const { keyboard } = user.page
    await user.open(`/campaigns/${await makeCampaign(e2e.app, sponsor)}`)
    const ask = user.page.locator('summary', { hasText: 'Pause…' })
    await tabTo(user.page, ask)
    await keyboard.press('Enter')
    if (variant.javaScript) {
      await expect.poll(focus).toMatchObject({ region: 'dialog' })
      await user.checkPage('keyboard-dialog')
      await keyboard.press('Escape')
      expect(await user.page.locator('dialog[open]').count()).toBe(0)
      await expect.poll(focus).toMatchObject({ text: 'Pause…' })
      await keyboard.press('Enter')
    }
    await tabTo(user.page, user.button('Pause campaign'))
    await keyboard.press('Enter')
    await user.sees('Campaign paused. It takes no new requests until you resume it.')
  })

  test('a refused form has the focus in its first invalid field', async () => {
    const { user } = sponsor
    const campaignId = await makeCampaign(e2e.app, sponsor)
    const { id } = await makePerson(e2e.app, 'influencer')
    for (const [path, button, field] of [
      ['/campaigns/new', 'Save draft', 'field-name'],
      ['/settings/password', 'Change password', 'field-current_password'],
      [
        `/ad-requests/new?campaign_id=${campaignId}&influencer_id=${id}`,
        'Send invitation',
        'field-payment_amount',
      ],
    ] as const) {
      await user.open(path)
      await user.press(button, { status: 422 })
      await expect.poll(focus).toMatchObject({ id: field })
      expect(await findProblems(user.page, variant.axe)).toEqual([])
    }
  })

  test('a refused fragment has the focus in its first invalid field', async () => {
    const { user } = await makeE2ePerson(e2e, 'admin', 'Ada Holm', variant)
    await makePerson(e2e.app, 'sponsor', { status: 'pending' })
    await user.open('/admin/sponsors')
    await user.unfold('Reject…')
    await user.press('Reject sponsor', { status: 422 })
    await user.sees('Enter a reason. The sponsor will see it.')
    await expect
      .poll(() => focused(user.page))
      .toMatchObject({ id: expect.stringMatching(/^rejection-\d+-reason$/) })
    await user.checkPage('keyboard-refused-part')
  })

  test('an empty sign-up form has the focus in its first field', async () => {
    const user = await e2e.newUser(variant)
    for (const path of ['/sign-up/sponsor', '/sign-up/influencer']) {
      await user.open(path)
      await user.press('Sign up', { status: 422 })
      await expect.poll(() => focused(user.page)).toMatchObject({ id: 'field-username' })
      await user.checkPage(`keyboard-refused${path.replaceAll('/', '-')}`)
    }
  })
})
