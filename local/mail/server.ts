import { Hono } from 'hono'
import { type Address, type Listening, listen } from '../servers/listen.ts'
import { resendApi } from './api.ts'
import { Faults } from './faults.ts'
import { chatApi } from './google-chat.ts'
import { Inbox } from './inbox.ts'
import { inboxWeb } from './inbox-web.ts'
import type { Mail } from './mail.ts'
import { type Text, Texts } from './texts.ts'
import { twilioApi } from './twilio.ts'
import type { WebhookTarget } from './webhooks.ts'

export interface MailStandIn extends Listening {
  /** Newest first. */
  messages(): readonly Mail[]
  /** Google Chat messages and SMS, newest first. */
  texts(): readonly Text[]
  /** Lets chosen messages fail. */
  readonly faults: Faults
  clear(): void
}

interface Options extends Address {
  /** By default any token is accepted. */
  readonly apiKey?: string
  /** Milliseconds UTC. Tests move it past the 24 hours of an idempotency key. */
  readonly now?: () => number
  /** Where the inbox page reports bounces and complaints. Without it, it has no buttons for that. */
  readonly webhook?: WebhookTarget
}

/**
 * The endpoints of Resend, Google Chat and Twilio, and an inbox that shows what was sent. Rejects with EADDRINUSE if the
 * port is in use.
 */
export async function startMail({
  apiKey,
  now = Date.now,
  webhook,
  ...address
}: Options = {}): Promise<MailStandIn> {
  const inbox = new Inbox()
  const texts = new Texts()
  const faults = new Faults()
  const app = new Hono()
    .route('/', resendApi(inbox, { apiKey, now, faults }))
    .route('/', chatApi(texts, { now, faults }))
    .route('/', twilioApi(texts, { now, faults }))
    .route('/', inboxWeb(inbox, texts, webhook ?? null))
  const server = await listen(app, address)
  const clear = () => {
    inbox.clear()
    texts.clear()
  }
  return { ...server, messages: () => inbox.all(), texts: () => texts.all(), faults, clear }
}
