import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/db/database.ts'
import { expectThat, write } from '../../../../platform/db/write.ts'
import type { ActionContext } from '../../../../shared/action-context.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { signedOutByAdmin } from '../../../accounts/notifications.ts'
import { sessions } from '../../../accounts/schema.ts'
import { endAllSessions } from '../../../accounts/sessions/commands.ts'
import { removeTwoFactor } from '../../../accounts/two-factor/commands.ts'
import { recordAdminAct } from '../../../activity/commands.ts'
import { recordSecurityEvent } from '../../../security-log/commands.ts'
import { noOrigin } from '../../../security-log/origin.ts'

// Where an admin works is nobody else's business, so the person's security log does not have it.

/** Signs somebody out everywhere, and e-mails them. Refuses if they are signed in nowhere. */
export function saveSessionsEnd(db: Database, userId: UserId, reason: string, context: ActionContext) {
  const { now } = context
  return write(db, [
    expectThat('signed_out', sql`exists (select 1 from ${sessions} where ${eq(sessions.userId, userId)})`),
    endAllSessions(userId),
    recordSecurityEvent({ userId, kind: 'sessions_ended_by_admin', origin: noOrigin, at: now }),
    signedOutByAdmin(userId, now),
    recordAdminAct({ subject: 'user', subjectId: userId, kind: 'sessions_ended', note: reason }, context),
  ])
}

/** Removes somebody's two-factor sign-in, and e-mails them. Refuses if it is off. */
export function saveTwoFactorRemoval(db: Database, userId: UserId, reason: string, context: ActionContext) {
  return write(db, [
    ...removeTwoFactor(userId, context.now, noOrigin),
    recordAdminAct({ subject: 'user', subjectId: userId, kind: 'two_factor_removed', note: reason }, context),
  ])
}
