import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { literal, literals } from '../../platform/db/literals.ts'
import { mutation, write } from '../../platform/db/write.ts'
import type { NotificationId, UserId } from '../../shared/ids.ts'
import { okValue } from '../../shared/result.ts'
import { closedStatuses, users } from '../accounts/schema.ts'
import { isReachable } from './bounces/queries.ts'
import type { MailBlock, MailContent, MailText } from './email/blocks.ts'
import {
  isChoice,
  isDefault,
  isForSuspended,
  isForUnconfirmed,
  type NotificationKind,
  notificationKinds,
  possibleChannels,
} from './notification-kinds.ts'
import { isAbout } from './queries.ts'
import { channelChoices, deliverySettings, notifications, outbox } from './schema.ts'

/** What a notification says. */
export interface NotificationText {
  /** For the bell, and at the top of the e-mail. One plain sentence: "Mara asks for $1,450.00 for Autumn Trail Boots". */
  readonly title: string
  /** The e-mail's subject: what to do and by when. The title if there is nothing to do. */
  readonly subject?: MailText
  /** What mail programs show after the subject. The first paragraph if missing. */
  readonly preheader?: MailText
  /** The body of the e-mail. */
  readonly body: readonly MailBlock[]
  /** The e-mail's main button, which opens `path`. */
  readonly action: MailContent['action']
}

export interface NewNotification extends Omit<NotificationText, 'title'> {
  /** As in `NotificationText`, or made from the columns of the recipient's row. */
  readonly title: string | SQL
  readonly kind: NotificationKind
  /** The id of the user, campaign, ad request or export that it is about. */
  readonly subjectId: number | SQL
  /**
   * Tells apart notifications of one kind about one thing, such as an offer number or a day. Each person gets
   * one message for each channel, kind, thing and period.
   */
  readonly period: string | number | SQL
  /** The page to open: a path within Parley. */
  readonly path: string | SQL
  readonly at: number
  /**
   * The address that its e-mail goes to, whatever the account's address is by then. Can be made from the columns of the
   * recipient's row. Without it, the e-mail goes to the account's address.
   */
  readonly address?: string | SQL
}

/** The statements that notify one person in the bell and by their channels, for the batch that makes the change. */
export function notify(to: UserId | SQL, notification: NewNotification): SQL[] {
  return notifyEach(sql`from ${users} where ${users.id} = ${to}`, users.id, notification)
}

/** Notifies every active admin. */
export function notifyAdmins(notification: NewNotification): SQL[] {
  return notifyEach(sql`from ${users} where role = 'admin' and status = 'active'`, users.id, notification)
}

/**
 * Notifies one person for each row of a `from … where …`. `to` is the column with the recipient; the
 * notification's SQL values can use the columns of that row too.
 */
export function notifyEach(rows: SQL, to: SQL | typeof users.id, notification: NewNotification): SQL[] {
  const { kind, title, path, at } = notification
  return [
    sql`insert into ${notifications} (user_id, kind, title, path, created_at)
      select ${to}, ${kind}, ${title}, ${path}, ${at} ${rows}`,
    mailEach(rows, to, notification),
  ]
}

/** Not in the bell. For cases where the account's owner may not be the person at the keyboard. */
export function mail(to: UserId | SQL, notification: NewNotification): SQL {
  return mailEach(sql`from ${users} where ${users.id} = ${to}`, users.id, notification)
}

/** Which messages of the outbox: those about one thing that are for others than its author. */
export interface MessagesAbout {
  readonly kind: NotificationKind
  readonly subjectId: SQL
  readonly period: SQL
  readonly author: SQL
}

/** Holds back what has not been sent yet, in every channel. */
export function holdUnsent(about: MessagesAbout): SQL {
  return sql`update ${outbox} set state = 'held' where ${isToOthers(about)} and state in ('pending', 'failed', 'dead')`
}

/**
 * Sends what was held back to everybody who has not read the notification of that moment (milliseconds UTC), or has only
 * read it after `hiddenFrom`, when there was nothing to read. The rest is not sent any more.
 */
export function releaseHeld(
  about: MessagesAbout,
  { at, hiddenFrom, now }: { readonly at: SQL; readonly hiddenFrom: SQL; readonly now: number },
): SQL[] {
  const isUnread = sql`exists (select 1 from ${notifications} where user_id = ${outbox.userId}
    and kind = ${literal(about.kind)} and created_at = ${at} and (read_at is null or read_at >= ${hiddenFrom}))`
  const isHeld = sql`${isToOthers(about)} and state = 'held'`
  return [
    sql`update ${outbox} set state = 'pending', attempts = 0, last_error = null, first_claimed_at = null, due_at = ${now}
      where ${isHeld} and ${isUnread}`,
    sql`delete from ${outbox} where ${isHeld}`,
  ]
}

function isToOthers({ kind, subjectId, period, author }: MessagesAbout): SQL {
  return sql`kind = ${literal(kind)} and subject = ${subjectOf(kind, subjectId)} and period = ${period}
    and user_id <> ${author}`
}

/** Takes back messages of these kinds that have not been sent. */
export function cancelPending(userId: UserId, kinds: readonly NotificationKind[]): SQL[] {
  return [
    sql`delete from ${outbox} where user_id = ${userId} and state in ('pending', 'failed', 'held') and kind in ${literals(kinds)}`,
  ]
}

/** Returns the path that the notification leads to, or null if this person has no such notification. */
export async function markRead(
  db: Database,
  viewerId: UserId,
  id: NotificationId,
  now: number,
): Promise<string | null> {
  const written = await write(db, [
    mutation
      .update(notifications)
      .set({ readAt: sql`coalesce(${notifications.readAt}, ${now})` })
      .where(and(eq(notifications.id, id), eq(notifications.userId, viewerId)))
      .returning({ path: notifications.path }),
  ])
  const row = okValue(written)[0]?.rows[0]
  return row ? String(row.path) : null
}

/** Marks every notification that leads to a page as read. */
export async function markReadAbout(
  db: Database,
  viewerId: UserId,
  path: string,
  now: number,
): Promise<void> {
  await write(db, [
    mutation
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, viewerId), isNull(notifications.readAt), isAbout(path))),
  ])
}

export async function markAllRead(db: Database, viewerId: UserId, now: number): Promise<void> {
  await write(db, [
    mutation
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, viewerId), isNull(notifications.readAt))),
  ])
}

/**
 * One row for each person and channel: the kind's channels, with what the person chose instead. A person without a
 * webhook or a phone number, or with an e-mail address that bounced, gets none for that channel. Somebody
 * whose account is closed gets few kinds at all.
 *
 * An address that is not confirmed gets only the links that confirm it. Everything else is left out for good, not kept:
 * it is at the bell, and nobody wants a pile of old e-mail on the day they confirm.
 */
function mailEach(rows: SQL, to: SQL | typeof users.id, notification: NewNotification): SQL {
  const { kind, subjectId, period, title, path, at, address = sql`null` } = notification
  const body = JSON.stringify(contentOf(notification))
  return sql`insert into ${outbox} (kind, subject, period, channel, user_id, address, title, body, path, due_at, created_at)
    select ${kind}, recipient.subject, recipient.period, channel.name, recipient.id,
      iif(channel.name = 'email', recipient.address, null), recipient.title, ${body}, recipient.path, ${at}, ${at}
    from (select ${to} as id, ${subjectOf(kind, subjectId)} as subject, ${periodOf(period)} as period,
      ${title} as title, ${path} as path, ${address} as address ${rows}) recipient
    join users person on person.id = recipient.id
    cross join (${channelsOf(kind)}) channel
    left join ${deliverySettings} settings on settings.user_id = recipient.id
    left join ${channelChoices} choice on choice.user_id = recipient.id and choice.kind = ${kind}
      and choice.channel = channel.name and channel.is_choice
    where ${isForSuspended(kind) ? sql`true` : sql`person.status not in ${literals(closedStatuses)}`}
    and coalesce(choice.is_on, channel.is_default) and case channel.name
      when 'email' then ${isReachable(sql`coalesce(recipient.address, person.email)`)}
        and ${isForUnconfirmed(kind) ? sql`true` : sql`person.is_email_confirmed = 1`}
      when 'chat' then settings.chat_webhook is not null
      when 'sms' then settings.phone is not null
    end
    on conflict do nothing`
}

/** Everything that the e-mail says besides its title, as the outbox stores it. */
export function contentOf({
  subject,
  preheader,
  body,
  action,
}: Omit<NotificationText, 'title'>): MailContent {
  return { subject: subject ?? null, preheader: preheader ?? null, blocks: body, action }
}

function periodOf(period: NewNotification['period']): string | SQL {
  return typeof period === 'number' ? String(period) : period
}

// A literal table, because the list of kinds in TypeScript is the only place that says what is on.
function channelsOf(kind: NotificationKind): SQL {
  const rows = possibleChannels(kind).map(
    (channel) =>
      sql`select ${literal(channel)} as name, ${flag(isChoice(kind, channel))} as is_choice,
        ${flag(isDefault(kind, channel))} as is_default`,
  )
  return sql.join(rows, sql` union all `)
}

function flag(is: boolean): SQL {
  return sql.raw(is ? '1' : '0')
}

/** `ad_request:7` */
function subjectOf(kind: NotificationKind, id: number | SQL): string | SQL {
  const { about } = notificationKinds[kind]
  return typeof id === 'number' ? `${about}:${id}` : sql`${`${about}:`} || ${id}`
}
