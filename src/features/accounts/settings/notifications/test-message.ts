import type { Database } from '../../../../platform/db/database.ts'
import { routes } from '../../../../routes.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../../shared/result.ts'
import { HOUR, MINUTE } from '../../../../shared/time.ts'
import { type Channel, channels } from '../../../notifications/channels.ts'
import { contentOf } from '../../../notifications/commands.ts'
import type { Senders } from '../../../notifications/delivery/senders.ts'
import { paragraph } from '../../../notifications/email/blocks.ts'
import type { DeliveryPreferences } from '../../../notifications/preferences/queries.ts'
import { attempt, counter } from '../../rate-limit.ts'

export type TestRefusal =
  | { kind: 'off' | 'no_address' | 'unconfirmed' | 'undeliverable' | 'too_many' }
  /** What the provider said. */
  | { kind: 'failed'; error: string }

const limit = { free: 5, firstWait: MINUTE, longestWait: HOUR }

/** Sends a test message to the person's own saved address at once, so that they see what is wrong with it. */
export async function sendTestMessage(
  db: Database,
  senders: Senders,
  channel: Channel,
  person: { readonly id: UserId; readonly name: string; readonly preferences: DeliveryPreferences },
  now: number,
): Promise<Result<null, TestRefusal>> {
  const send = senders[channel]
  const address = addressOf(channel, person.preferences)
  if (send === null) return refuse({ kind: 'off' })
  if (address === null) return refuse({ kind: 'no_address' })
  if (channel === 'email' && !person.preferences.isEmailConfirmed) return refuse({ kind: 'unconfirmed' })
  if (channel === 'email' && person.preferences.undeliverable !== null)
    return refuse({ kind: 'undeliverable' })

  const { allowed } = await attempt(db, [counter(limit, 'test message', String(person.id))], now)
  if (!allowed) return refuse({ kind: 'too_many' })
  const title = `A test message from Parley by ${channels[channel].inText}`
  const sending = await send({
    entry: null,
    address,
    name: person.name,
    timeZone: 'UTC',
    firstClaimedAt: now,
    at: now,
    title,
    body: JSON.stringify(contentOf({ body: [arrived], action: { label: 'Notification settings' } })),
    path: routes.settings.notifications.index.href(),
    key: `test-${crypto.randomUUID()}`,
    unsubscribePath: null,
  })
  return sending === 'sent' ? ok(null) : refuse({ kind: 'failed', error: sending.failed })
}

const arrived = paragraph('If you can read this, your notifications arrive.')

function addressOf(channel: Channel, { email, chatWebhook, phone }: DeliveryPreferences): string | null {
  switch (channel) {
    case 'email':
      return email
    case 'chat':
      return chatWebhook
    case 'sms':
      return phone
  }
}
