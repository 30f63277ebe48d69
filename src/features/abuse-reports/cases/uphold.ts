import type { Namespace } from '../../../platform/cache/namespaces.ts'
import type { Statement } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { recordAdminAct } from '../../activity/commands.ts'
import type { Measure } from '../case.ts'
import { warningNotification } from '../notifications.ts'
import type { AbuseCase } from './queries.ts'

interface Consequence {
  readonly statements: readonly Statement<'conflict'>[]
  readonly invalidates: readonly Namespace[]
}

/** What follows for the owner when reports are upheld, for the batch that closes the case. They read `message`. */
export function uphold(
  found: AbuseCase,
  measure: Measure,
  message: string,
  context: ActionContext,
): Consequence {
  switch (measure) {
    case 'warning':
      return { statements: warn(found, message, context), invalidates: [] }
  }
}

function warn({ id, owner, subject, title, path }: AbuseCase, message: string, context: ActionContext) {
  const thing = { caseId: id, ownerId: owner.id, subject, title, path }
  return [
    recordAdminAct({ subject: 'user', subjectId: owner.id, kind: 'warned', note: message }, context),
    ...warningNotification(thing, message, context.now),
  ]
}
