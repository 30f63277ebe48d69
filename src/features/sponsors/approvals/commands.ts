import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { type Statement, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { changeStatusOfEach, type SeenAccount } from '../../accounts/commands.ts'
import { users } from '../../accounts/schema.ts'
import { recordAdminActForEach } from '../../activity/commands.ts'
import { sponsors } from '../schema.ts'
import { type Answer, statusAfter } from './answer.ts'
import { answerNotification } from './notifications.ts'

/** Refuses with `conflict` if the sponsor is not waiting any more, or has changed since the admin saw them. */
export function answerSponsor(
  db: Database,
  sponsor: SeenAccount,
  answer: Answer,
  context: ActionContext,
): Promise<Result<unknown, 'conflict'>> {
  return write(db, answerEach([sponsor], answer, context), { invalidates: answerInvalidates })
}

/** A status decides whether an account and its campaigns appear in lists. */
export const answerInvalidates = ['influencers', 'campaigns', 'statistics'] as const

/** Answers several sponsors in the same way, all or none of them. Each is told. */
export function answerEach(
  seen: readonly SeenAccount[],
  answer: Answer,
  context: ActionContext,
): Statement<'conflict'>[] {
  const status = statusAfter(answer)
  const statusReason = answer.kind === 'rejected' ? answer.reason : null
  const ids = JSON.stringify(seen.map(({ id }) => id satisfies UserId))
  const answered = sql`from ${users} where ${users.id} in (select value from json_each(${ids}))`
  return [
    ...changeStatusOfEach(seen, { role: 'sponsor', status: 'pending' }, { status, statusReason }, 'conflict'),
    // Takes them off the admins' list of those who are waiting.
    sql`update ${sponsors} set answered_at = ${context.now}
      where user_id in (select value from json_each(${ids}))`,
    recordAdminActForEach(
      {
        subject: 'user',
        subjectId: sql`${users.id}`,
        kind: answer.kind,
        from: 'pending',
        to: status,
        note: statusReason,
      },
      context,
      answered,
    ),
    ...answerNotification(answered, answer, context.now),
  ]
}
