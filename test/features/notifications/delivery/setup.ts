import type { Client } from '@libsql/client/http'
import { type MailStandIn, startMail } from '../../../../local/mail/server.ts'
import { parseEnv } from '../../../../src/env.ts'
import { type NewNotification, notify } from '../../../../src/features/notifications/commands.ts'
import { openSenders, type Senders } from '../../../../src/features/notifications/delivery/senders.ts'
import { type Delivered, deliver } from '../../../../src/features/notifications/delivery.ts'
import { paragraph } from '../../../../src/features/notifications/email/blocks.ts'
import type { Database } from '../../../../src/platform/db/database.ts'
import { write } from '../../../../src/platform/db/write.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { startDatabase } from '../../../support/database.ts'

export const START = Date.parse('2026-11-23T09:00:00Z')
export const SPACE = 'AAQAmara'
export const PHONE = '+46701234567'
export const MARA = 1 as UserId
export const JIDE = 2 as UserId

/** A database with two people, and the providers that count what they accepted. */
export interface Fixture {
  readonly db: Database
  readonly client: Client
  readonly mail: MailStandIn
  /** By all three providers, or with other bindings. */
  senders(vars?: Record<string, string>): Senders
  deliverAt(now: number, other?: { db?: Database; senders?: Senders }): Promise<Delivered>
  /** Tells Mara, who has all three channels. */
  tell(notification: Partial<NewNotification>, to?: UserId): Promise<void>
  rows(): Promise<Record<string, unknown>[]>
  /** How many e-mails, chat messages and SMS the providers accepted. */
  counts(): { email: number; chat: number; sms: number }
  /** Back to two people, an empty outbox and new providers. */
  reset(): Promise<void>
  close(): Promise<void>
}

export async function startFixture(): Promise<Fixture> {
  const { db, close } = await startDatabase()
  let mail = await startMail()
  const { client } = db
  const senders = (vars: Record<string, string> = {}) =>
    openSenders(
      parseEnv({
        PUBLIC_URL: 'https://parley.example',
        APP_SECRET: 'a secret of 32 characters or more',
        TURSO_DATABASE_URL: 'http://localhost',
        RESEND_API_KEY: 'secret',
        RESEND_API_URL: mail.url,
        GOOGLE_CHAT_API_URL: mail.url,
        TWILIO_API_URL: mail.url,
        TWILIO_ACCOUNT_SID: 'AC1',
        TWILIO_AUTH_TOKEN: 'secret',
        TWILIO_FROM: '+15005550006',
        ...vars,
      }),
    )
  return {
    db,
    client,
    get mail() {
      return mail
    },
    senders,
    deliverAt: (now, other = {}) => deliver({ db, senders: senders(), now, random: () => 0, ...other }),
    async tell(notification, to = MARA) {
      await write(
        db,
        notify(to, {
          kind: 'offer_almost_expired',
          subjectId: 7,
          period: 1,
          title: 'An offer',
          body: [paragraph('For you')],
          action: { label: 'Open in Parley' },
          path: '/ad-requests/7',
          at: START,
          ...notification,
        }),
      )
    },
    async rows() {
      const { rows } = await client.execute('select * from outbox order by id')
      return rows.map((row) => ({ ...row }))
    },
    counts: () => ({
      email: mail.messages().length,
      chat: mail.texts().filter(({ channel }) => channel === 'chat').length,
      sms: mail.texts().filter(({ channel }) => channel === 'sms').length,
    }),
    async reset() {
      // The providers remember the keys of the test before, and ids start from 1 again.
      await mail.close()
      mail = await startMail()
      await client.batch([
        // What an admin did is recorded for good, so the admin stays too.
        "delete from users where role <> 'admin'",
        'delete from undeliverable_addresses',
        `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
          values (1, 'mara', 'mara@example.com', 'Mara <b>Lindqvist', '', 'influencer', 'active', 0),
            (2, 'jide', 'jide@example.com', 'Jide', '', 'influencer', 'active', 0)`,
        `insert into delivery_settings (user_id, chat_webhook, phone)
          values (1, 'https://chat.googleapis.com/v1/spaces/${SPACE}/messages?key=k&token=t', '${PHONE}')`,
      ])
    },
    async close() {
      await mail.close()
      await close()
    },
  }
}
