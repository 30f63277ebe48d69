import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { notifyAdmins } from '../notifications/commands.ts'

/** Tells every admin that a sponsor waits for approval: once for each time that it asks. */
export function sponsorWaits(id: UserId | SQL, companyName: string, now: number): SQL[] {
  return notifyAdmins({
    kind: 'sponsor_waiting',
    subjectId: id,
    period: now,
    title: `${companyName} waits for approval`,
    body: 'Look at what the sponsor says of itself, then approve it or say why not.',
    path: routes.admin.sponsors.href(),
    at: now,
  })
}
