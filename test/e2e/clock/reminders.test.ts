import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { recipients } from '../../../local/mail/mail.ts'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { signIn } from '../support/accounts.ts'
import type { BrowserUser } from '../support/browser-user.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { followMail, openMail } from '../support/inbox.ts'
import { desk, variants } from '../support/variants.ts'
import { moveClock } from './clock-page.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const campaign = 'Autumn Trail Boots'
const subject = `Northway Outdoor, $1,200.00 for ${campaign}`

let e2e: E2eApp
let operator: BrowserUser
let evening: number
let sponsor: Person
let campaignId: number
beforeAll(async () => {
  e2e = await startE2eApp()
  operator = await e2e.newUser(desk)
  evening = nextEvening(Date.now() + 10 * MINUTE)
  sponsor = await makePerson(e2e.app, 'sponsor', { display_name: 'Northway Outdoor' })
  campaignId = await makeCampaign(e2e.app, sponsor, { name: campaign })
  for (const username of all) await invitePerson(username)
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

// Mara accepts, Jonas unsubscribes, and Lena does nothing.
const maras = variants.map(({ variant }) => `mara.${variant}`)
const jonases = variants.map(({ variant }) => `jonas.${variant}`)
const all = [...jonases, 'lena', ...maras].toSorted()

/** The first 17:01 after a moment in UTC, the time zone of everybody here: what comes up at 17:00 is sent then. */
function nextEvening(after: number): number {
  const today = Math.floor(after / DAY) * DAY + 17 * HOUR + MINUTE
  return today > after ? today : today + DAY
}

async function invitePerson(username: string): Promise<void> {
  await invite(e2e.app, sponsor, await makePerson(e2e.app, 'influencer', { username }), campaignId)
}

const addressOf = (username: string) => `${username}@example.com`

/** Everybody who got a daily reminder, once for each. */
const reminded = () =>
  e2e.app.mail
    .messages()
    .filter(({ headers }) => headers['List-Unsubscribe']?.includes('daily_reminder'))
    .flatMap(recipients)
    .toSorted()

test('the clock moves to the next evening: everybody who owes an answer is reminded', async () => {
  await moveClock(e2e, operator, evening)
  await operator.page.screenshot({ path: 'screenshots/desk/clock-0-qstash.png' })
  await expect.poll(reminded).toEqual(all.map(addressOf))
})

describe.each(variants)('$variant: a reminder', (variant) => {
  let user: BrowserUser
  beforeAll(async () => {
    user = await e2e.newUser(variant)
  })
  afterAll(() => user.close())

  test('leads through the sign-in page to the open answer, and the influencer accepts', async () => {
    const username = `mara.${variant.variant}`
    await followMail(e2e.app, user, { to: addressOf(username), subject, button: 'Answer the offer' })
    await user.sees('Sign in')
    await signIn(user, username)
    await user.sees('Northway Outdoor offered $1,200.00', 'Accept offer 1?')
    expect(user.path).toContain('?answer=accept')
    expect(await user.hasInView('Accept offer 1?')).toBe(true)
    await user.press('Accept offer 1')
    await user.sees('Agreed on $1,200.00')
  })

  test('can be stopped from its footer and by the mail program, without signing in', async () => {
    const mail = { to: addressOf(`jonas.${variant.variant}`), subject }
    await user.page.context().clearCookies()
    await followMail(e2e.app, user, { ...mail, button: 'Stop these e-mails' })
    await user.sees('Unsubscribe?', 'What is waiting for you')
    await user.checkPage('clock-1-unsubscribe')
    await user.press('Unsubscribe')
    await user.sees('You are unsubscribed', 'You no longer get these e-mails: What is waiting for you')
    await user.checkPage('clock-2-unsubscribed')
    await user.press('Undo')
    await user.sees("You'll get these e-mails again", 'What is waiting for you')

    await openMail(e2e.app, user, mail)
    await user.page.getByRole('button', { name: 'Unsubscribe' }).click()
    await user.page.getByRole('heading', { name: 'The app answered 200.' }).waitFor()
  })
})

test('on the next evening, only those who still have to answer and still want it are reminded', async () => {
  await moveClock(e2e, operator, evening + DAY)
  await expect.poll(reminded).toEqual([...all, 'lena'].map(addressOf).toSorted())
})
