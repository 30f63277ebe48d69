import type { Database } from '../../../platform/db/database.ts'
import { write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { recordAdminAct, recordEvent } from '../../activity/commands.ts'
import { insertPersonalExport } from '../../exports/commands.ts'

/** Asks for the file with everything about a person, for themselves or on their behalf. Refuses a second one in a day. */
export function requestPersonalExport(
  db: Database,
  id: UserId,
  context: ActionContext,
): Promise<Result<unknown, 'too_many'>> {
  const event = { subject: 'user', subjectId: id, kind: 'data_requested' } as const
  return write(db, [
    ...insertPersonalExport(id, context.now),
    context.actor === id
      ? recordEvent({ ...event, actor: id, at: context.now })
      : recordAdminAct(event, context),
  ])
}
