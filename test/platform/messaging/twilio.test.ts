import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type MailStandIn, startMail } from '../../../local/mail/server.ts'
import { openSms } from '../../../src/platform/messaging/twilio.ts'

let twilio: MailStandIn
beforeAll(async () => {
  twilio = await startMail()
})
beforeEach(() => twilio.faults.clear())
afterAll(() => twilio.close())

const access = () => ({
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_FROM: '+15005550006',
  TWILIO_API_URL: twilio.url,
})
const sms = { to: '+46701234567', title: 'An offer', href: 'https://parley.example/ad-requests/7' }

it('sends the title with the link', async () => {
  expect(await openSms(access())?.send(sms)).toBe('sent')
  expect(twilio.texts()[0]).toMatchObject({
    to: '+46701234567',
    text: 'An offer https://parley.example/ad-requests/7',
  })
})

it('cuts a long title by characters, never the link', async () => {
  await openSms(access())?.send({ ...sms, title: '👟'.repeat(200) })
  expect(twilio.texts()[0]?.text).toBe(`${'👟'.repeat(89)}… https://parley.example/ad-requests/7`)
})

it('gives up on a number that Twilio refuses, with its error', async () => {
  expect(await openSms(access())?.send({ ...sms, to: '123' })).toMatchObject({
    cause: 'message',
    failed: expect.stringMatching(/^400 Invalid .* \(21211\)$/),
  })
})

it('can be retried with another token, and waits as long as Twilio says', async () => {
  expect(await openSms({ ...access(), TWILIO_ACCOUNT_SID: 'AC:2' })?.send(sms)).toMatchObject({
    cause: 'trouble',
  })
  twilio.faults.set(sms.to, { status: 429, retryAfter: 7 })
  expect(await openSms(access())?.send(sms)).toMatchObject({ cause: 'provider', retryAfter: 7_000 })
})

it('is off without an account', () => {
  expect(openSms({ ...access(), TWILIO_AUTH_TOKEN: undefined })).toBeNull()
})
