import type { Written } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type Channel, channelKeys } from '../channels.ts'
import type { NotificationKind } from '../notification-kinds.ts'

/** A message that a delivery has claimed, with what it needs to send it. */
export interface ClaimedMessage {
  readonly id: number
  readonly channel: Channel
  readonly kind: NotificationKind
  readonly createdAt: number
  /** When its first attempt began. */
  readonly firstClaimedAt: number
  /** Including this one. */
  readonly attempts: number
  readonly title: string
  readonly body: string
  readonly path: string
  readonly userId: UserId
  readonly name: string
  readonly timeZone: string
  /** The e-mail address, webhook or phone number. Null if the person has none any more. */
  readonly address: string | null
  /** False if the e-mail address bounced. */
  readonly isReachable: boolean
  /** Whether the account cannot be used at the moment: it is suspended, for example. */
  readonly isClosed: boolean
  readonly quietFrom: number | null
  readonly quietTo: number | null
  readonly unsubscribeSecret: string
}

/** Reads a row that `claimDue` returned. */
export function toMessage(row: Written['rows'][number]): ClaimedMessage {
  return {
    id: Number(row.id),
    channel: channelKeys.find((channel) => channel === row.channel) ?? unknown(row.channel),
    kind: String(row.kind) as NotificationKind,
    createdAt: Number(row.createdAt),
    firstClaimedAt: Number(row.firstClaimedAt),
    attempts: Number(row.attempts),
    title: String(row.title),
    body: String(row.body),
    path: String(row.path),
    userId: Number(row.userId) as UserId,
    name: String(row.name),
    timeZone: String(row.timeZone),
    address: textOrNull(row.address),
    isReachable: row.isReachable === 1,
    isClosed: row.isClosed === 1,
    quietFrom: numberOrNull(row.quietFrom),
    quietTo: numberOrNull(row.quietTo),
    unsubscribeSecret: String(row.unsubscribeSecret),
  }
}

function unknown(channel: unknown): never {
  throw new Error(`The outbox has a message for an unknown channel: ${channel}`)
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
