import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import type { Channel } from '../channels.ts'
import type { NotificationKind } from '../notification-kinds.ts'
import { channelChoices, deliverySettings, undeliverableAddresses } from '../schema.ts'
import { chosenChannels } from './choices.ts'

/** How a person can be reached, and by which channels they want each kind. */
export interface DeliveryPreferences {
  readonly email: string
  readonly isEmailConfirmed: boolean
  readonly timeZone: string
  readonly chatWebhook: string | null
  readonly phone: string | null
  /** Minutes of the day. Both or neither. */
  readonly quietFrom: number | null
  readonly quietTo: number | null
  /** Why no e-mail goes to the address, if none does. */
  readonly undeliverable: 'bounced' | 'complained' | null
  /** What the other mail server said. */
  readonly undeliverableDetail: string | null
  readonly chosen: ReadonlyMap<NotificationKind, ReadonlySet<Channel>>
}

/** Null if there is no such person. One round trip. */
export async function findPreferences(db: Database, id: UserId): Promise<DeliveryPreferences | null> {
  const [[person], choices] = await db.read([
    db.orm
      .select({
        email: users.email,
        isEmailConfirmed: users.isEmailConfirmed,
        timeZone: users.timeZone,
        chatWebhook: deliverySettings.chatWebhook,
        phone: deliverySettings.phone,
        quietFrom: deliverySettings.quietFrom,
        quietTo: deliverySettings.quietTo,
        undeliverable: undeliverableAddresses.reason,
        undeliverableDetail: undeliverableAddresses.detail,
      })
      .from(users)
      .leftJoin(deliverySettings, eq(deliverySettings.userId, users.id))
      .leftJoin(
        undeliverableAddresses,
        // What we know about an address is only told to those who have shown that it is theirs.
        and(
          eq(undeliverableAddresses.address, users.email),
          isNull(undeliverableAddresses.clearedAt),
          eq(users.isEmailConfirmed, true),
        ),
      )
      .where(eq(users.id, id)),
    db.orm
      .select({
        kind: channelChoices.kind,
        channel: channelChoices.channel,
        isOn: channelChoices.isOn,
      })
      .from(channelChoices)
      .where(eq(channelChoices.userId, id)),
  ])
  return person ? { ...person, chosen: chosenChannels(choices) } : null
}
