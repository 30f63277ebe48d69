import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountFields } from '../../../src/features/accounts/forms.ts'
import { channelFields } from '../../../src/features/influencers/channels/forms.ts'
import { influencerFields, influencerSettingsFields } from '../../../src/features/influencers/forms.ts'
import { rateFields } from '../../../src/features/influencers/rates/forms.ts'
import { sponsorFields } from '../../../src/features/sponsors/forms.ts'
import { snakeCase } from '../../../src/shared/case.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD } from '../../support/people.ts'
import { type Visitor, valuesOf } from '../../support/visitor.ts'

/**
 * Every field of a form has an input, is saved, and comes back. A new field fails here until it has a value below,
 * an input on the sign-up page and an input in the settings.
 */
type Values<Fields> = Record<keyof Fields, string | readonly string[]>

const account: Values<typeof accountFields> = {
  displayName: 'Mara Lindqvist',
  timeZone: 'Europe/Stockholm',
}
const sponsor: Values<typeof sponsorFields> = {
  companyName: 'Northway Outdoor',
  industry: 'Outdoor gear',
  annualBudget: '250000.50',
  website: 'https://northway.example',
  about: 'Boots that last.\nTen winters.',
}
const influencer: Values<typeof influencerFields> = {
  category: 'travel',
  niche: 'slow_travel',
  bio: 'Trains first.',
  country: 'JP',
  city: 'Kyoto',
  languages: ['ja', 'en'],
}
const today = new Date().toISOString().slice(0, 10)
const channel: Values<ReturnType<typeof channelFields>> = {
  platform: 'blog',
  handle: 'mara',
  url: 'https://example.com/mara',
  followers: '1200',
  averageViews: '700',
  averageLikes: '80',
  averageComments: '9',
  postsLast30Days: '6',
  metricsDate: today,
}
const rate: Values<typeof rateFields> = { kind: 'reel', price: '1250.50', days: '5' }

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('what is entered at sign-up is in the settings', () => {
  test('of a sponsor', async () => {
    const browser = await signUp('sponsor', 'sponsor.one', { ...account, ...sponsor })
    expect(await shown(browser, '/settings/profile', sponsorFields)).toEqual(sponsor)
    expect(await shown(browser, '/settings/account', accountFields)).toEqual(account)
  })

  test('of an influencer', async () => {
    const browser = await signUp('influencer', 'influencer.one', { ...account, ...influencer })
    expect(await shown(browser, '/settings/profile', influencerFields)).toEqual(influencer)
    expect(await shown(browser, '/settings/account', accountFields)).toEqual(account)
  })
})

describe('what is saved in the settings comes back', () => {
  test('the profile of a sponsor', async () => {
    // Once approved, they ask for a new name: see test/features/sponsors/renaming.
    const { browser } = await makePerson(app, 'sponsor', { status: 'pending' })
    await save(browser, '/settings/profile', sponsor)
    expect(await shown(browser, '/settings/profile', sponsorFields)).toEqual(sponsor)
  })

  test('the profile of an influencer', async () => {
    const { browser } = await makePerson(app, 'influencer')
    const values = { ...influencer, availability: 'limited' }
    await save(browser, '/settings/profile', values)
    expect(await shown(browser, '/settings/profile', influencerSettingsFields)).toEqual(values)
  })

  test('an account', async () => {
    const { browser } = await makePerson(app, 'influencer')
    await save(browser, '/settings/account', account)
    expect(await shown(browser, '/settings/account', accountFields)).toEqual(account)
  })

  test('a channel', async () => {
    const { browser } = await makePerson(app, 'influencer')
    await save(browser, '/settings/channels', channel, 'Add channel')
    const page = await browser.click('Edit')
    expect(await shown(browser, page.url, channelFields(today))).toEqual(channel)
    const changed = { ...channel, handle: 'jide', followers: '9' }
    await save(browser, page.url, changed)
    expect(await shown(browser, page.url, channelFields(today))).toEqual(changed)
  })

  test('a price', async () => {
    const { browser } = await makePerson(app, 'influencer')
    await save(browser, '/settings/rates', rate, 'Add price')
    const page = await browser.click('Edit')
    expect(await shown(browser, page.url, rateFields)).toEqual(rate)
    const changed = { ...rate, price: '9.99' }
    await save(browser, page.url, changed)
    expect(await shown(browser, page.url, rateFields)).toEqual(changed)
  })
})

async function signUp(role: string, username: string, values: Record<string, string | readonly string[]>) {
  const browser = app.visitor()
  await save(
    browser,
    `/sign-up/${role}`,
    { ...values, username, email: `${username}@x.example`, password: PASSWORD },
    'Sign up',
  )
  await browser.submit('Sign in', { username, password: PASSWORD })
  return browser
}

/** Fills in the form on a page, which must have an input for every value, and submits it. */
async function save(
  browser: Visitor,
  path: string,
  values: Record<string, string | readonly string[]>,
  button = 'Save',
) {
  await browser.get(path)
  const inputs = [...browser.form(button).querySelectorAll('input, select, textarea')].map((input) =>
    input.getAttribute('name'),
  )
  const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [snakeCase(name), value]))
  for (const name of Object.keys(named))
    expect(inputs, `${path} has no input for ${name}: add it to ${fieldsFor(path)}`).toContain(name)
  const page = await browser.submit(button, named)
  expect(page.status, page.text).toBe(200)
}

/** The file with the inputs of a form. */
function fieldsFor(path: string): string {
  if (path.includes('channels')) return 'src/features/influencers/channels/channel-fields.tsx'
  if (path.includes('rates')) return 'src/features/influencers/rates/rate-fields.tsx'
  return 'src/features/sponsors/sponsor-fields.tsx or src/features/influencers/influencer-fields.tsx'
}

/** The values that a form shows, by field. */
async function shown(browser: Visitor, path: string, fields: object) {
  await browser.get(path)
  const values = valuesOf(browser.form('Save'))
  return Object.fromEntries(
    Object.keys(fields).map((name) => {
      const all = (values[snakeCase(name)] ?? []).filter((value) => value !== '')
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
}
