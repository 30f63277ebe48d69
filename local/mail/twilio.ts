import { type Context, Hono } from 'hono'
import type { Faults } from './faults.ts'
import type { Texts } from './texts.ts'

interface Options {
  readonly faults: Faults
  /** Milliseconds UTC. */
  readonly now: () => number
}

const e164 = /^\+[1-9]\d{6,14}$/

/** Twilio's `POST /2010-04-01/Accounts/{sid}/Messages.json`. Any account is right if its password is not empty. */
export function twilioApi(texts: Texts, { faults, now }: Options): Hono {
  const api = new Hono()
  api.post('/2010-04-01/Accounts/:account/Messages.json', async (c) => {
    const account = c.req.param('account')
    if (!hasPassword(c.req.header('Authorization'), account)) return refuse(c, 401, 20003, 'Authenticate')

    const form = new URLSearchParams(await c.req.text())
    const [to, from, body] = ['To', 'From', 'Body'].map((name) => form.get(name) ?? '')
    if (!to) return refuse(c, 400, 21604, "A 'To' phone number is required.")
    if (!e164.test(to)) return refuse(c, 400, 21211, `Invalid 'To' Phone Number: ${to}`)
    if (!from) return refuse(c, 400, 21603, "A 'From' phone number is required.")
    if (!e164.test(from)) return refuse(c, 400, 21212, `Invalid From Number: ${from}`)
    if (!body) return refuse(c, 400, 21602, 'Message body is required.')
    if (body.length > 1_600)
      return refuse(c, 400, 21617, 'The concatenated message body exceeds the 1600 character limit.')

    return faults.answer(
      c,
      [to],
      (status) => errorOf(status, codes[status] ?? 20500, 'Injected.'),
      () => {
        const sid = `SM${crypto.randomUUID().replaceAll('-', '')}`
        texts.add({ id: sid, channel: 'sms', at: now(), to, text: body })
        return c.json(
          {
            sid,
            account_sid: account,
            to,
            from,
            body,
            status: 'queued',
            error_code: null,
            error_message: null,
          },
          201,
        )
      },
    )
  })
  return api
}

const codes: Readonly<Record<number, number>> = { 400: 21211, 401: 20003, 404: 20404, 429: 20429, 500: 20500 }

function hasPassword(header: string | undefined, account: string): boolean {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1] ?? ''
  const [user, password] = Buffer.from(encoded, 'base64').toString().split(':')
  return user === account && Boolean(password)
}

function refuse(c: Context, status: 400 | 401, code: number, message: string): Response {
  return c.json(errorOf(status, code, message), status)
}

function errorOf(status: number, code: number, message: string) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }
}
