import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Mail, type Mailer, openMailer } from '../../../src/platform/mail/mailer.ts'
import { type FakeResend, startFakeResend } from './fake-resend.ts'

const mail: Mail = {
  to: 'mara@example.com',
  subject: 'An offer',
  text: 'Hello',
  html: '<p>Hello</p>',
  key: 'outbox-7',
  unsubscribe: null,
}

describe('the mailer', () => {
  let resend: FakeResend
  let mailer: Mailer | null

  beforeAll(async () => {
    resend = await startFakeResend()
    mailer = openMailer(access(resend.url))
  })
  beforeEach(() => {
    resend.requests.length = 0
    resend.answers.length = 0
  })
  afterAll(() => resend.close())

  it('is off without an API key', () => {
    expect(openMailer({ ...access(resend.url), RESEND_API_KEY: undefined })).toBeNull()
  })

  it('sends text and HTML with the API key and a user agent', async () => {
    expect(await mailer?.send(mail)).toBe('sent')
    expect(resend.requests).toEqual([
      {
        from: 'Parley <notifications@parley.example>',
        to: ['mara@example.com'],
        subject: 'An offer',
        text: 'Hello',
        html: '<p>Hello</p>',
        headers: {},
        key: 'outbox-7',
        authorization: 'Bearer secret',
      },
    ])
  })

  it('has the headers of one-click unsubscribe only if the mail can be switched off', async () => {
    await mailer?.send({ ...mail, unsubscribe: 'https://parley.example/unsubscribe/x' })
    expect(resend.requests[0]?.headers).toEqual({
      'List-Unsubscribe': '<https://parley.example/unsubscribe/x>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('keeps the subject on one line', async () => {
    await mailer?.send({ ...mail, subject: 'Boots\r\nBcc: all@example.com\u2028\tnow ' })
    expect(resend.requests[0]?.subject).toBe('Boots Bcc: all@example.com now')
  })

  it.each([400, 413, 422])('gives up if the mail itself is refused (%i)', async (status) => {
    resend.answers.push(status)
    expect(await mailer?.send(mail)).toEqual({
      failed: `${status} fake ${status}`,
      cause: 'message',
      retryAfter: null,
    })
  })

  it.each([301, 401, 403, 409, 500, 503])('retries after %i', async (status) => {
    resend.answers.push(status)
    expect(await mailer?.send(mail)).toMatchObject({ cause: 'trouble' })
  })

  it('knows its rate limit from 429', async () => {
    resend.answers.push(429)
    expect(await mailer?.send(mail)).toMatchObject({ cause: 'provider' })
  })

  it('does not throw if there is no response', async () => {
    const nobody = openMailer(access('http://127.0.0.1:1'))
    expect(await nobody?.send(mail)).toMatchObject({ cause: 'trouble', failed: expect.any(String) })
  })
})

function access(url: string) {
  return {
    RESEND_API_KEY: 'secret',
    RESEND_API_URL: url,
    MAIL_FROM: 'Parley <notifications@parley.example>',
  }
}
