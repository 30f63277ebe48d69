import type { Namespace } from '../../../platform/cache/namespaces.ts'
import type { Statement } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { statusCaches } from '../../accounts/suspension/end-suspension.ts'
import { recordAdminAct } from '../../activity/commands.ts'
import { flagCaches, flagStatements } from '../../flags/commands.ts'
import { MAX_TITLE } from '../../flags/flag.ts'
import type { FlagReason } from '../../flags/reasons.ts'
import { thingOf } from '../../flags/subject.ts'
import { suspendStatements } from '../../flags/suspend.ts'
import type { MeasureRefusal } from '../case.ts'
import { warningNotification } from '../notifications.ts'
import { type ReportReason, reasons } from '../reasons.ts'
import type { AbuseCase, CaseReport } from './queries.ts'

/** What follows for the owner. They read `message`. */
export type Consequence = { readonly message: string } & (
  | { readonly measure: 'warning' }
  | { readonly measure: 'flag'; readonly reason: FlagReason }
  /** `until` is milliseconds UTC; null for no end. */
  | { readonly measure: 'suspension'; readonly until: number | null }
)

interface Batch {
  readonly statements: readonly Statement<MeasureRefusal>[]
  readonly invalidates: readonly Namespace[]
}

/** Carries out what follows when reports are upheld, in the batch that closes the case. */
export function uphold(found: AbuseCase, consequence: Consequence, context: ActionContext): Batch {
  switch (consequence.measure) {
    case 'warning':
      return { statements: warn(found, consequence.message, context), invalidates: [] }
    case 'flag':
      return { statements: flag(found, consequence, context), ...flagCaches }
    case 'suspension':
      return { statements: suspend(found, consequence, context), ...statusCaches }
  }
}

/** The reason of the flag, from the gravest reason of the reports. */
export function flagReasonOf(reports: readonly Pick<CaseReport, 'reason' | 'outcome'>[]): FlagReason {
  const inGoodFaith = reports.filter(({ outcome }) => outcome !== 'abusive').map(({ reason }) => reason)
  const [gravest = 'other'] = inGoodFaith.toSorted(
    (one, other) => reasons[other].gravity - reasons[one].gravity,
  )
  return flagReasons[gravest]
}

const flagReasons: Record<ReportReason, FlagReason> = {
  threats: 'offensive',
  fraud: 'fraud',
  illegal: 'other',
  impersonation: 'impersonation',
  misleading: 'misleading_figures',
  offensive: 'offensive',
  spam: 'spam',
  other: 'other',
}

function warn({ id, owner, subject, title, path }: AbuseCase, message: string, context: ActionContext) {
  const thing = { caseId: id, ownerId: owner.id, subject, title, path }
  return [
    recordAdminAct({ subject: 'user', subjectId: owner.id, kind: 'warned', note: message }, context),
    ...warningNotification(thing, message, context.now),
  ]
}

function flag(
  { id, subject, subjectId, title, excerpt, owner }: AbuseCase,
  { reason, message }: Extract<Consequence, { measure: 'flag' }>,
  context: ActionContext,
): Statement<MeasureRefusal>[] {
  const flaggable = {
    thing: thingOf({ subject, subjectId }),
    title: subject === 'message' ? [...excerpt].slice(0, MAX_TITLE).join('') : title,
    ownerId: owner.id,
    ownerRole: owner.role,
  }
  const input = { reason, note: message, internalNote: `Case ${id} of user reports` }
  return flagStatements(flaggable, input, context)
}

function suspend(
  { owner }: AbuseCase,
  { message, until }: Extract<Consequence, { measure: 'suspension' }>,
  context: ActionContext,
): Statement<MeasureRefusal>[] {
  return suspendStatements(owner, { reason: message, until }, context).map((statement) =>
    'name' in statement ? { ...statement, name: 'owner_changed' } : statement,
  )
}
