import { type Column, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/db/database.ts'
import { withSearchText } from '../../../../platform/db/searched-text.ts'
import { mutation, write } from '../../../../platform/db/write.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { users } from '../../schema.ts'
import type { AccountForm } from './forms.ts'

/** Saves the account's name and time zone. One round trip. */
export async function saveAccount(db: Database, id: UserId, details: AccountForm): Promise<void> {
  await write(
    db,
    [
      mutation
        .update(users)
        .set({ ...withSearchText(users, details), ...plannedAnew(details.timeZone) })
        .where(eq(users.id, id)),
    ],
    // Lists and profiles show display names.
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
}

/** In another time zone, the daily reminder and the monthly report are due at another moment. */
function plannedAnew(timeZone: string | undefined) {
  if (timeZone === undefined) return {}
  const unlessMoved = (planned: Column) => sql<number>`iif(${users.timeZone} = ${timeZone}, ${planned}, 0)`
  return {
    nextReminderAt: unlessMoved(users.nextReminderAt),
    nextReportAt: unlessMoved(users.nextReportAt),
  }
}
