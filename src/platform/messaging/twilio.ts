import type { Env } from '../../env.ts'
import { type Failure, oneLine, post, type Sending } from './post.ts'

export interface Sms {
  /** E.164: +46701234567. */
  readonly to: string
  readonly title: string
  /** The full URL of the page that it is about. */
  readonly href: string
}

export interface SmsSender {
  /** Never throws. Twilio has no idempotency key: a message whose answer was lost may arrive twice if it is retried. */
  send(sms: Sms): Promise<Sending>
}

type SmsSettings = Pick<Env, 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN' | 'TWILIO_FROM' | 'TWILIO_API_URL'>

/** Sends through Twilio's Messages resource. Null without an account: SMS is then switched off. */
export function openSms({
  TWILIO_ACCOUNT_SID: account,
  TWILIO_AUTH_TOKEN: token,
  TWILIO_FROM: from,
  TWILIO_API_URL: base,
}: SmsSettings): SmsSender | null {
  if (!account || !token || !from) return null
  const url = new URL(`/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`, base).href
  const headers = {
    Authorization: `Basic ${btoa(`${account}:${token}`)}`,
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  return {
    send: ({ to, title, href }) => {
      const body = new URLSearchParams({ To: to, From: from, Body: `${shortened(title)} ${href}` })
      return post({ url, headers, body: body.toString() }, explain)
    },
  }
}

// An SMS has 160 characters, or 70 if one of them is not in its small alphabet. Longer ones cost more.
const MAX_TITLE = 90

function shortened(title: string): string {
  const characters = [...oneLine(title)]
  return characters.length <= MAX_TITLE
    ? characters.join('')
    : `${characters.slice(0, MAX_TITLE - 1).join('')}…`
}

// 400 is about the number or the text. 401 and 403 are about our account, which can be fixed.
function explain(status: number): Failure['cause'] {
  if (status === 429) return 'provider'
  return status === 400 ? 'message' : 'trouble'
}
