import { type SQL, sql } from 'drizzle-orm'
import { change } from '../db/write.ts'
import { users } from '../people/schema.ts'
import type { UserId } from '../shared/ids.ts'
import { notices, outbox } from './schema.ts'

export interface Notice {
  readonly kind: string
  /** What it is about, `ad_request:7`, and which time: together with the kind they make it happen once. */
  readonly subject: string
  readonly period: string | number
  /** One plain sentence: "Mara asks for $1,450.00 on Autumn Trail Boots". */
  readonly title: string
  /** What more the e-mail says. */
  readonly body: string
  /** The page to open: a path of ours, or SQL that makes it from an id that the same batch creates. */
  readonly path: string | SQL<string>
  readonly at: number
}

/** The rows to write in the same batch as the change: one for the bell, one for the mailbox. */
export function notify(to: UserId | SQL, { kind, subject, period, title, body, path, at }: Notice) {
  return [
    change.insert(notices).values({ user_id: to, kind, title, path, created_at: at }),
    change
      .insert(outbox)
      .values({
        kind,
        subject,
        period: String(period),
        channel: 'email',
        user_id: to,
        title,
        body,
        path,
        due_at: at,
        created_at: at,
      })
      .onConflictDoNothing(),
  ]
}

/** The same to every active admin. */
export function notifyAdmins({ kind, subject, period, title, body, path, at }: Notice): SQL[] {
  const admins = sql`from ${users} where ${users.role} = 'admin' and ${users.status} = 'active'`
  return [
    sql`insert into ${notices} (user_id, kind, title, path, created_at)
        select id, ${kind}, ${title}, ${path}, ${at} ${admins}`,
    sql`insert into ${outbox} (kind, subject, period, channel, user_id, title, body, path, due_at, created_at)
        select ${kind}, ${subject}, ${String(period)}, 'email', id, ${title}, ${body}, ${path}, ${at}, ${at} ${admins}
        on conflict do nothing`,
  ]
}
