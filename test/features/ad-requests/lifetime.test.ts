import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_LIFETIME, offerLifetimes } from '../../../src/features/ad-requests/offer.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { type App, startApp } from '../../support/app.ts'
import { invited, rowsOf, type TwoSides, terms, twoSides } from './fixtures.ts'

let app: App
let sides: TwoSides
beforeAll(async () => {
  app = await startApp()
  sides = await twoSides(app)
})
afterAll(() => app.close())

test('the sender can choose every lifetime, and the default is selected', async () => {
  const path = `/campaigns/${sides.campaignId}/applications`
  const { document } = await sides.influencer.browser.get(path)
  const options = [...document.querySelectorAll('[name=expires_in] option')]
  const selected = options.filter((option) => option.hasAttribute('selected'))
  expect(options.map((option) => Number(option.getAttribute('value')))).toEqual(offerLifetimes)
  expect(selected.map((option) => Number(option.getAttribute('value')))).toEqual([DEFAULT_LIFETIME])
})

test('an offer gets the default lifetime if the form does not have the field', async () => {
  const { influencer, id } = await invited(app)
  const { expires_in, ...fields } = terms({ offer_number: '1' })
  expect((await influencer.browser.post(`/ad-requests/${id}/offers`, fields)).status).toBe(200)
  for (const { made_at: madeAt, expires_at: expiresAt } of (await rowsOf(app, id)).offers) {
    expect(Number(expiresAt) - Number(madeAt)).toBe(DEFAULT_LIFETIME * HOUR)
  }
})
