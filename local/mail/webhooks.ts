import { createHmac, randomUUID } from 'node:crypto'
import type { Mail } from './mail.ts'

/** Where to report what happened to a mail, and the secret that signs the reports. */
export interface WebhookTarget {
  readonly url: string
  /** `whsec_` and Base64. */
  readonly secret: string
}

export type ReportedEvent = 'bounced' | 'complained'

/** The headers of Standard Webhooks, under the names that Resend gives them. */
export function signedHeaders(body: string, secret: string, now: number, id = `msg_${randomUUID()}`) {
  const timestamp = Math.floor(now / 1_000)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'Content-Type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(timestamp),
    'svix-signature': `v1,${signature}`,
  }
}

/** The body that Resend sends for a mail that came back, or that its reader reported as spam. */
export function eventBody(event: ReportedEvent, { id, from, to, subject, at }: Mail, now: number): string {
  const bounce = {
    type: 'Permanent',
    subType: 'General',
    message: '550 5.1.1 There is no mailbox with this name.',
  }
  return JSON.stringify({
    type: `email.${event}`,
    created_at: new Date(now).toISOString(),
    data: {
      email_id: id,
      created_at: new Date(at).toISOString(),
      from,
      to,
      subject,
      ...(event === 'bounced' && { bounce }),
    },
  })
}

/** Sends the report to the app. Returns a sentence that says how it answered. */
export async function report(
  event: ReportedEvent,
  mail: Mail,
  { url, secret }: WebhookTarget,
): Promise<string> {
  const now = Date.now()
  const body = eventBody(event, mail, now)
  return answerOf(fetch(url, { method: 'POST', body, headers: signedHeaders(body, secret, now) }))
}

/** What a mail program does when its user presses "Unsubscribe" (RFC 8058). Null if the mail has no such link. */
export function unsubscribe({ headers }: Mail): Promise<string> | null {
  const url = /<(https?:[^<>]+)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1]
  if (!url || headers['List-Unsubscribe-Post'] !== 'List-Unsubscribe=One-Click') return null
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  return answerOf(fetch(url, { method: 'POST', body }))
}

async function answerOf(request: Promise<Response>): Promise<string> {
  return request.then(
    ({ status }) => `The app answered ${status}.`,
    (error: Error) => `The app did not answer: ${error.message}`,
  )
}
