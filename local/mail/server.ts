import { Hono } from 'hono'
import { type Address, type Listening, listen } from '../servers/listen.ts'
import { resendApi } from './api.ts'
import { Inbox } from './inbox.ts'
import { inboxWeb } from './inbox-web.ts'
import type { Mail } from './mail.ts'

export interface MailStandIn extends Listening {
  /** Newest first. */
  messages(): readonly Mail[]
  clear(): void
}

interface Options extends Address {
  /** By default any token is accepted. */
  readonly apiKey?: string
  /** Milliseconds UTC. Tests move it past the 24 hours of an idempotency key. */
  readonly now?: () => number
}

/** Resend's endpoints, and an inbox that shows what was sent. Rejects with EADDRINUSE if the port is in use. */
export async function startMail({ apiKey, now = Date.now, ...address }: Options = {}): Promise<MailStandIn> {
  const inbox = new Inbox()
  const app = new Hono().route('/', resendApi(inbox, { apiKey, now })).route('/', inboxWeb(inbox))
  const server = await listen(app, address)
  return { ...server, messages: () => inbox.all(), clear: () => inbox.clear() }
}
