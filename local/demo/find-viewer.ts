import type { Database } from '../../src/platform/db/database.ts'
import type { Viewer } from '../../src/platform/http/context.ts'
import type { UserId } from '../../src/shared/ids.ts'

/** Somebody of the demo, as the site would see them. */
export async function findViewer(db: Database, username: string): Promise<Viewer> {
  const { rows } = await db.client.execute({
    sql: 'select id, display_name, role, time_zone from users where username = ?',
    args: [username],
  })
  const [row] = rows
  if (!row) throw new Error(`The demo has nobody called ${username}.`)
  return {
    id: Number(row.id) as UserId,
    username,
    displayName: String(row.display_name),
    role: row.role as Viewer['role'],
    status: 'active',
    timeZone: String(row.time_zone),
    hasTwoFactor: false,
    unconfirmedEmail: null,
    unreadNotifications: 0,
    awaitingReply: 0,
    openAbuseCases: 0,
  }
}
