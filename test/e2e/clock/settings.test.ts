import { convertIcsCalendar } from 'ts-ics'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { recipients } from '../../../local/mail/mail.ts'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { type E2ePerson, makeE2ePerson } from '../support/accounts.ts'
import type { BrowserUser } from '../support/browser-user.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { openMail } from '../support/inbox.ts'
import { variants } from '../support/variants.ts'

let e2e: E2eApp
let sponsor: Person
beforeAll(async () => {
  e2e = await startE2eApp()
  sponsor = await makePerson(e2e.app, 'sponsor', { display_name: 'Northway Outdoor' })
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: the settings of an influencer', (variant) => {
  const space = `space-${variant.variant}`
  const campaign = `Trail Boots ${variant.variant}`
  let mara: E2ePerson
  let user: BrowserUser
  beforeAll(async () => {
    mara = await makeE2ePerson(e2e, 'influencer', 'Mara Lindqvist', variant)
    user = mara.user
  })
  afterAll(() => user.close())

  const texts = () => e2e.app.mail.texts().filter(({ to }) => to === space)

  test('a webhook that is not of Google Chat gets an error at its field, and nothing else is lost', async () => {
    await user.open('/settings/notifications')
    await user.checkPage('clock-3-notification-settings')
    const wrong = 'https://chat.example/v1/spaces/A/messages?key=k&token=t'
    const choices = { 'A sponsor invites you: E-mail': false, 'A sponsor invites you: Google Chat': true }
    await user.submit('Save', { 'Google Chat webhook': wrong, ...choices }, { status: 422 })
    const field = user.page.getByLabel('Google Chat webhook')
    expect(await field.inputValue()).toBe(wrong)
    expect(await descriptionOf(field)).toContain('Paste the whole webhook')
    expect(await user.page.getByLabel('A sponsor invites you: E-mail').isChecked()).toBe(false)
    await user.checkPage('clock-4-wrong-webhook')
  })

  test('test messages arrive by the channels that were chosen', async () => {
    const webhook = `https://chat.googleapis.com/v1/spaces/${space}/messages?key=k&token=t`
    await user.submit('Save', { 'Google Chat webhook': webhook })
    await user.sees('Saved.')
    for (const channel of ['Google Chat', 'E-mail']) {
      await user.press(`Test ${channel}`)
      await user.sees('Test message sent.')
    }
    await user.page.goto(`${e2e.app.mail.url}/?refresh=off`)
    await user.sees('A test message from Parley by Google Chat', `Google Chat, space ${space}`)
    await openMail(e2e.app, user, { to: `${mara.username}@example.com`, subject: 'A test message' })
  })

  test('an invitation arrives only where they want it', async () => {
    await invite(e2e.app, sponsor, mara, await makeCampaign(e2e.app, sponsor, { name: campaign }))
    await expect.poll(texts).toHaveLength(2)
    expect(texts()[0]?.text).toContain(`Northway Outdoor invited you to ${campaign}`)
    const mails = e2e.app.mail
      .messages()
      .filter((mail) => recipients(mail).includes(`${mara.username}@example.com`))
    const subjects = mails.map(({ subject }) => subject)
    // They may have signed in on a new device before.
    expect(subjects.filter((subject) => subject !== 'New sign-in to your account')).toEqual([
      'A test message from Parley by e-mail',
    ])
  })

  test('their calendar has the deadline, until a new address replaces the old one', async () => {
    await user.open('/settings/calendar')
    await user.checkPage('clock-5-no-calendar')
    await user.press('Create an address')
    await user.sees('Your calendar has a new address.')
    await user.checkPage('clock-6-calendar')
    const first = await calendarAddress(user)
    const summaries = await summariesOf(first)
    expect(summaries).toContainEqual(expect.stringContaining(campaign))

    await user.unfold('Make a new address')
    await user.press('Make a new address')
    await user.sees('Your calendar has a new address.')
    const second = await calendarAddress(user)
    expect((await fetch(first)).status).toBe(404)
    expect(await summariesOf(second)).toEqual(summaries)
  })
})

/** What a screen reader says about a field besides its label. */
function descriptionOf(field: ReturnType<BrowserUser['page']['getByLabel']>): Promise<string> {
  return field.evaluate((one) => {
    const ids = one.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  })
}

async function calendarAddress({ page }: BrowserUser): Promise<string> {
  return (await page.getByText('/calendar/').textContent())?.trim() ?? ''
}

/** Fetches a feed as a calendar app does, without a session, and returns what its events are called. */
async function summariesOf(address: string): Promise<string[]> {
  const response = await fetch(address)
  expect(response.headers.get('Content-Type')).toContain('text/calendar')
  const { events = [] } = convertIcsCalendar(undefined, await response.text())
  return events.map(({ summary }) => summary)
}
