import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectOneRow, mutation, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { AbuseCaseId, AbuseReportId, UserId } from '../../../shared/ids.ts'
import { type Result, refuse } from '../../../shared/result.ts'
import { recordAdminAct } from '../../activity/commands.ts'
import { type Measure, type MeasureRefusal, possibleMeasures } from '../case.ts'
import type { DismissalReason } from '../dismissal-reasons.ts'
import { type CaseDecision, decisionNotifications, goodFaithNotification } from '../notifications.ts'
import { abuseCases, abuseReports } from '../schema.ts'
import { updateDoubtful } from '../weight/doubtful.ts'
import { casesOfReportersIn, updateWeights } from '../weight/weight-sql.ts'
import type { AbuseCase } from './queries.ts'
import { type Consequence, uphold } from './uphold.ts'

type Saved = Promise<Result<unknown, 'conflict'>>

/** An admin by id, with the name for the timeline. */
export interface Assignee {
  readonly id: UserId
  readonly name: string
}

/**
 * Gives a case to an admin, or back (null). `assignee` is who has it as far as the actor knows. Refuses if somebody else
 * has it by now, or it is closed. `notifications` tell the admin who gets it.
 */
export function saveAssignment(
  db: Database,
  { id, assignee }: Pick<AbuseCase, 'id' | 'assignee'>,
  to: Assignee | null,
  context: ActionContext,
  notifications: readonly SQL[] = [],
): Saved {
  return write(db, [
    sql`update ${abuseCases} set assignee_id = ${to?.id ?? null}, assigned_at = ${to ? context.now : null},
      version = version + 1 where id = ${id} and state = 'open' and assignee_id is ${assignee?.id ?? null}`,
    expectOneRow('conflict'),
    recordAdminAct(
      {
        subject: 'abuse_case',
        subjectId: id,
        kind: to ? 'assigned' : 'released',
        from: assignee?.name ?? null,
        to: to?.name ?? null,
      },
      context,
    ),
    ...notifications,
  ])
}

interface Dismissal {
  readonly dismissalReason: DismissalReason
  readonly note: string
}

/** Closes the case without a consequence and tells the reporters. Refuses if it has changed since the admin saw it. */
export function saveDismissal(
  db: Database,
  found: AbuseCase,
  { dismissalReason, note }: Dismissal,
  context: ActionContext,
): Saved {
  return write(db, [
    ...close(found, { state: 'dismissed', dismissalReason }, { dismissalReason, note }, context),
    recordAdminAct(
      {
        subject: 'abuse_case',
        subjectId: found.id,
        kind: 'dismissed',
        from: 'open',
        to: dismissalReason,
        note,
      },
      context,
    ),
  ])
}

/**
 * Closes the case, carries out what follows for the owner, and tells the reporters. Refuses like `saveDismissal`, or
 * because what should follow is not possible.
 */
export async function saveUpholding(
  db: Database,
  found: AbuseCase,
  { note, ...consequence }: Consequence & { readonly note: string },
  context: ActionContext,
): Promise<Result<unknown, 'conflict' | MeasureRefusal>> {
  const { measure } = consequence
  // The owner may have been suspended, or have deleted their account, since the admin opened the case.
  if (!possibleMeasures(found.owner).includes(measure)) return refuse('owner_changed')
  const { statements, invalidates } = uphold(found, consequence, context)
  return write<'conflict' | MeasureRefusal>(
    db,
    [
      ...close(found, { state: 'upheld' }, { measure, note }, context),
      recordAdminAct(
        {
          subject: 'abuse_case',
          subjectId: found.id,
          kind: 'upheld',
          from: 'open',
          to: measure,
          note,
        },
        context,
      ),
      ...statements,
    ],
    { invalidates },
  )
}

export interface MarkedReport {
  readonly id: AbuseReportId
  readonly reporterId: UserId
  readonly reporterName: string
}

/** Marks a report as made in bad faith, or takes the mark away. Refuses if it was just done by somebody else. */
export function saveGoodFaith(
  db: Database,
  { id: caseId, title }: AbuseCase,
  { id, reporterId, reporterName }: MarkedReport,
  isAbusive: boolean,
  context: ActionContext,
): Saved {
  const { now } = context
  const mark = isAbusive
    ? sql`outcome = 'abusive', decided_at = ${now}`
    : sql`(outcome, decided_at) = (select state, closed_at from ${abuseCases} where id = ${caseId})`
  const isOther = isAbusive ? sql`outcome <> 'abusive'` : sql`outcome = 'abusive'`
  return write(db, [
    sql`update ${abuseReports} set ${mark} where id = ${id} and case_id = ${caseId} and ${isOther}`,
    expectOneRow('conflict'),
    mutation.update(abuseCases).set({ version: sql`version + 1` }).where(sql`id = ${caseId}`),
    updateDoubtful(reporterId),
    updateWeights(casesOfReportersIn(caseId)),
    recordAdminAct(
      {
        subject: 'abuse_case',
        subjectId: caseId,
        kind: isAbusive ? 'marked_abusive' : 'unmarked_abusive',
        note: reporterName,
      },
      context,
    ),
    ...goodFaithNotification(reporterId, id, title, isAbusive, now),
  ])
}

type Closing = { readonly note: string } & (
  | { readonly measure: Measure; readonly dismissalReason?: never }
  | { readonly dismissalReason: DismissalReason; readonly measure?: never }
)

// The version guards that the admin has read every report. The assignee guards against a second admin.
function close(
  { id, title, version }: AbuseCase,
  decision: CaseDecision,
  { measure, dismissalReason, note }: Closing,
  { actor, now }: ActionContext,
) {
  const { state } = decision
  return [
    sql`update ${abuseCases} set state = ${state}, closed_at = ${now}, closed_by = ${actor}, note = ${note},
      measure = ${measure ?? null}, dismissal_reason = ${dismissalReason ?? null}, version = version + 1
      where id = ${id} and version = ${version} and state = 'open' and coalesce(assignee_id, ${actor}) = ${actor}`,
    expectOneRow('conflict'),
    decideReports(id, state, now),
    updateWeights(casesOfReportersIn(id)),
    ...decisionNotifications(id, title, decision, now),
  ]
}

function decideReports(caseId: AbuseCaseId, outcome: CaseDecision['state'], now: number): SQL {
  return sql`update ${abuseReports} set outcome = ${outcome}, decided_at = ${now}
    where case_id = ${caseId} and outcome = 'open'`
}
