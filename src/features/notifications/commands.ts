import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { notifications, outbox } from './schema.ts'

export interface NewNotification {
  readonly kind: string
  /** What it is about, `ad_request:7`, and which time: together with the kind they make it happen once. */
  readonly subject: string | SQL
  readonly period: string | number
  /** One plain sentence: "Mara asks for $1,450.00 on Autumn Trail Boots". */
  readonly title: string
  /** What more the e-mail says. */
  readonly body: string
  /** The page to open: a path of ours. */
  readonly path: string | SQL
  readonly at: number
}

/** The rows to write in the same batch as the change: one for the bell, one for the mailbox. */
export function notify(to: UserId | SQL, notification: NewNotification): SQL[] {
  return notifyEach(sql`from ${users} where ${users.id} = ${to}`, users.id, notification)
}

/** The same to every active admin. */
export function notifyAdmins(notification: NewNotification): SQL[] {
  return notifyEach(sql`from ${users} where role = 'admin' and status = 'active'`, users.id, notification)
}

/**
 * The same to each row of a `from … where …`; `userId` is its column with the recipient, and subject and path
 * can be SQL over it too.
 */
export function notifyEach(from: SQL, userId: SQL | typeof users.id, notification: NewNotification): SQL[] {
  const { kind, title, path, at } = notification
  return [
    sql`insert into ${notifications} (user_id, kind, title, path, created_at)
      select ${userId}, ${kind}, ${title}, ${path}, ${at} ${from}`,
    mailEach(from, userId, notification),
  ]
}

/** Only the e-mail: for an owner of an account who may not be the one at the keyboard. */
export function mail(to: UserId | SQL, notification: NewNotification): SQL {
  return mailEach(sql`from ${users} where ${users.id} = ${to}`, users.id, notification)
}

function mailEach(from: SQL, userId: SQL | typeof users.id, notification: NewNotification): SQL {
  const { kind, subject, period, title, body, path, at } = notification
  return sql`insert into ${outbox} (kind, subject, period, channel, user_id, title, body, path, due_at, created_at)
    select ${kind}, ${subject}, ${String(period)}, 'email', ${userId}, ${title}, ${body}, ${path}, ${at}, ${at} ${from}
    on conflict do nothing`
}
