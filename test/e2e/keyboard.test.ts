import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaigns.ts'
import { makePerson } from '../support/people.ts'
import { type Actor, makeActor } from './stage/cast.ts'
import { focused, tabTo } from './stage/keyboard.ts'
import { problemsOf } from './stage/page-checks.ts'
import { type Stage, startStage } from './stage/stage.ts'
import { desk, plainDesk } from './stage/variants.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterEach(() => expect(stage.takeTroubles()).toEqual([]))
afterAll(() => stage.close())

describe.each([desk, plainDesk])('$variant: by keyboard', (variant) => {
  let sponsor: Actor
  beforeAll(async () => {
    sponsor = await makeActor(stage, 'sponsor', 'Northway Outdoor', variant)
  })
  const focus = () => focused(sponsor.player.page)

  test('the first stop skips to the page', async () => {
    const { player } = sponsor
    await player.open('/home')
    await player.page.keyboard.press('Tab')
    expect(await focus()).toMatchObject({ words: 'Skip to the page' })
    await player.page.keyboard.press('Enter')
    expect(await focus()).toMatchObject({ id: 'main' })
    await player.page.keyboard.press('Tab')
    expect(await focus()).toMatchObject({ region: 'main' })
  })

  test('the menu opens, leads on, and closes', async () => {
    const { player } = sponsor
    const { keyboard } = player.page
    await player.open('/home')
    await tabTo(player.page, player.page.locator('header summary'))
    await keyboard.press('Enter')
    await tabTo(player.page, player.link('Profile'))
    if (variant.javaScript) {
      await keyboard.press('Escape')
      expect(await player.link('Profile').count()).toBe(0)
      expect(await focus()).toMatchObject({ tag: 'SUMMARY' })
      await keyboard.press('Enter')
      await tabTo(player.page, player.link('Profile'))
    }
    await keyboard.press('Enter')
    await player.page.waitForURL('**/settings/profile')
  })

  test('a question is asked, left and answered', async () => {
    const { player } = sponsor
    const { keyboard } = player.page
    await player.open(`/campaigns/${await makeCampaign(stage.app, sponsor)}`)
    const ask = player.page.locator('summary', { hasText: 'Pause…' })
    await tabTo(player.page, ask)
    await keyboard.press('Enter')
    if (variant.javaScript) {
      expect(await focus()).toMatchObject({ region: 'dialog' })
      await player.looks('keyboard-dialog')
      await keyboard.press('Escape')
      expect(await player.page.locator('dialog[open]').count()).toBe(0)
      expect(await focus()).toMatchObject({ words: 'Pause…' })
      await keyboard.press('Enter')
    }
    await tabTo(player.page, player.button('Pause it'))
    await keyboard.press('Enter')
    await player.sees('Paused: no new requests until you resume it.')
  })

  test('the cursor is in the first wrong field of a form that is refused', async () => {
    const { player } = sponsor
    const campaignId = await makeCampaign(stage.app, sponsor)
    const { id } = await makePerson(stage.app, 'influencer')
    for (const [path, button, field] of [
      ['/campaigns/new', 'Save the draft', 'field-name'],
      ['/settings/password', 'Change password', 'field-current_password'],
      [
        `/ad-requests/new?campaign_id=${campaignId}&influencer_id=${id}`,
        'Send invitation',
        'field-payment_amount',
      ],
    ] as const) {
      await player.open(path)
      await player.press(button, { answers: 422 })
      expect(await focus()).toMatchObject({ id: field })
      expect(await problemsOf(player.page, variant.axe)).toEqual([])
    }
  })

  test('the cursor is in the first wrong field of a part that is refused', async () => {
    const { player } = await makeActor(stage, 'admin', 'Ada Holm', variant)
    await makePerson(stage.app, 'sponsor', { status: 'pending' })
    await player.open('/admin/sponsors')
    await player.unfold('Reject…')
    await player.press('Reject', { answers: 422 })
    await player.sees('Say why: the sponsor reads this and can correct it')
    expect(await focused(player.page)).toMatchObject({ id: expect.stringMatching(/^reason-/) })
    await player.looks('keyboard-refused-part')
  })

  test('a visitor who signs up without a word is led to the first field', async () => {
    const player = await stage.player(variant)
    for (const path of ['/sign-up/sponsor', '/sign-up/influencer']) {
      await player.open(path)
      await player.press('Sign up', { answers: 422 })
      expect(await focused(player.page)).toMatchObject({ id: 'field-username' })
      await player.looks(`keyboard-refused${path.replaceAll('/', '-')}`)
    }
  })
})
