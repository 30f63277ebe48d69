import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailStandIn, startMail } from '../../../local/mail/server.ts'
import { type Listening, listen } from '../../../local/servers/listen.ts'
import { openChat, parseChatWebhook } from '../../../src/platform/messaging/google-chat.ts'

const webhook = 'https://chat.googleapis.com/v1/spaces/AAQA1/messages?key=k&token=t'
const message = { webhook, title: 'An offer', href: 'https://parley.example/x', key: 'outbox-1-1' }

describe('a webhook', () => {
  it('of Google Chat is kept without anything that it does not need', () => {
    expect(parseChatWebhook(` ${webhook} `)).toBe(webhook)
    expect(parseChatWebhook(`${webhook}&threadKey=x&requestId=7#y`)).toBe(webhook)
    expect(parseChatWebhook(webhook.replace('t', 't'))).toBe(webhook)
    expect(
      parseChatWebhook('https://CHAT.googleapis.com:443/v1/spaces/A_b-1/messages?token=a%2Bb%3D&key=k'),
    ).toBe('https://chat.googleapis.com/v1/spaces/A_b-1/messages?key=k&token=a%2Bb%3D')
  })

  it.each([
    ['another host', 'https://evil.example/v1/spaces/A/messages?key=k&token=t'],
    [
      'a host that begins with Google’s',
      'https://chat.googleapis.com.evil.example/v1/spaces/A/messages?key=k&token=t',
    ],
    ['a host that ends with it', 'https://evilchat.googleapis.com/v1/spaces/A/messages?key=k&token=t'],
    [
      'Google’s host as user name',
      'https://chat.googleapis.com@evil.example/v1/spaces/A/messages?key=k&token=t',
    ],
    [
      'Google’s host as password',
      'https://x:chat.googleapis.com@evil.example/v1/spaces/A/messages?key=k&token=t',
    ],
    ['a user name', 'https://evil@chat.googleapis.com/v1/spaces/A/messages?key=k&token=t'],
    [
      'Google’s host after a backslash',
      'https://evil.example\\@chat.googleapis.com/v1/spaces/A/messages?key=k&token=t',
    ],
    ['another port', 'https://chat.googleapis.com:8443/v1/spaces/A/messages?key=k&token=t'],
    ['http', 'http://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t'],
    ['another API of Google', 'https://chat.googleapis.com/v1/spaces/A/members?key=k&token=t'],
    ['a path that leads elsewhere', 'https://chat.googleapis.com/v1/spaces/../../v2/messages?key=k&token=t'],
    ['an escaped path', 'https://chat.googleapis.com/v1/spaces/%2e%2e%2fx/messages?key=k&token=t'],
    ['no token', 'https://chat.googleapis.com/v1/spaces/A/messages?key=k'],
    ['no address', 'hello'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(parseChatWebhook(text)).toBeNull()
  })
})

describe('a message to Google Chat', () => {
  let google: MailStandIn
  let elsewhere: Listening
  const received: string[] = []
  let redirectsTo = ''

  beforeAll(async () => {
    google = await startMail()
    const app = new Hono().all('*', (c) => {
      received.push(c.req.path)
      return redirectsTo ? c.redirect(redirectsTo, 307) : c.text('ok')
    })
    elsewhere = await listen(app)
  })
  afterAll(async () => {
    await google.close()
    await elsewhere.close()
  })

  it('is accepted once for each key', async () => {
    const chat = openChat({ GOOGLE_CHAT_API_URL: google.url })
    expect(await chat?.send(message)).toBe('sent')
    expect(await chat?.send({ ...message, title: 'The same again' })).toBe('sent')
    expect(await chat?.send({ ...message, key: 'outbox-2-1' })).toBe('sent')
    expect(google.texts().map(({ to, text }) => [to, text])).toEqual([
      ['AAQA1', 'An offer\nhttps://parley.example/x'],
      ['AAQA1', 'An offer\nhttps://parley.example/x'],
    ])
  })

  it('has no markup, mentions or links from a name', async () => {
    const chat = openChat({ GOOGLE_CHAT_API_URL: google.url })
    await chat?.send({ ...message, key: 'x', title: '<users/all> *bold* <https://evil.example|here>\nnext' })
    expect(google.texts()[0]?.text.split('\n')[0]).not.toMatch(/[<>*\n]/)
  })

  it('goes nowhere if the stored webhook is not Google’s', async () => {
    const chat = openChat({ GOOGLE_CHAT_API_URL: google.url })
    const before = google.texts().length
    const result = await chat?.send({
      ...message,
      webhook: `${elsewhere.url}/v1/spaces/A/messages?key=k&token=t`,
    })
    expect(result).toMatchObject({
      cause: 'message',
      failed: 'The webhook is not an address of Google Chat.',
    })
    expect([received.length, google.texts().length]).toEqual([0, before])
  })

  it('does not follow a redirect', async () => {
    const chat = openChat({ GOOGLE_CHAT_API_URL: elsewhere.url })
    redirectsTo = `${google.url}/v1/spaces/A/messages?key=k&token=t`
    const before = google.texts().length
    expect(await chat?.send(message)).toMatchObject({
      cause: 'trouble',
      failed: expect.stringMatching(/^307/),
    })
    expect([received.length, google.texts().length]).toEqual([1, before])
  })

  it('is off if the platform says so', () => {
    expect(openChat({ GOOGLE_CHAT_API_URL: 'off' })).toBeNull()
  })
})
