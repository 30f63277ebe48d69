import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { notifyAdmins } from '../notifications/commands.ts'

/** Tells every admin that a sponsor waits for approval: once for each time that it asks. */
export function sponsorWaits(id: UserId | SQL, companyName: string, now: number): SQL[] {
  return notifyAdmins({
    kind: 'sponsor_waiting',
    // A number would reach SQL as a float: 'user:7.0'.
    subject: typeof id === 'number' ? `user:${id}` : sql`'user:' || ${id}`,
    period: now,
    title: `${companyName} waits for approval`,
    body: 'Look at what the sponsor says of itself, then approve it or say why not.',
    path: routes.admin.sponsors.href(),
    at: now,
  })
}
