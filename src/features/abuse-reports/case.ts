import type { UserId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { type Account, canSuspend, type SuspensionLength } from '../accounts/suspension/suspension.ts'

export const caseStates = ['open', 'upheld', 'dismissed'] as const

export type CaseState = (typeof caseStates)[number]

export const caseStateLabels: Record<CaseState, string> = {
  open: 'Open',
  upheld: 'Upheld',
  dismissed: 'Dismissed',
}

/** What follows for the owner when reports are upheld. */
export const measures = ['warning', 'flag', 'suspension'] as const

export type Measure = (typeof measures)[number]

interface MeasureTexts {
  readonly label: string
  readonly explain: string
  /** For a case that was upheld with it. */
  readonly done: string
}

export const measureTexts: Record<Measure, MeasureTexts> = {
  warning: {
    label: 'Warn the owner',
    explain: 'They read your message. Nothing else changes.',
    done: 'Warned',
  },
  flag: {
    label: 'Flag it',
    explain:
      'It is hidden or stopped until the flag is removed. The owner reads your message and can appeal.',
    done: 'Flagged',
  },
  suspension: {
    label: 'Suspend the owner',
    explain:
      'They are signed out everywhere and read your message. The other sides of their open requests are told.',
    done: 'Suspended',
  },
}

/** What can follow now: nobody is suspended twice, or while their account is being deleted. */
export function possibleMeasures(owner: Pick<Account, 'role' | 'status'>): Measure[] {
  return measures.filter((measure) => measure !== 'suspension' || canSuspend(owner))
}

/** How long an owner can be suspended. Other ends can be set on the person's page. */
export const suspensionChoices = [
  'day',
  'week',
  'month',
  'none',
] as const satisfies readonly SuspensionLength[]

interface Case {
  readonly state: CaseState
  readonly assigneeId: UserId | null
  readonly version: number
}

export type AssignmentRefusal = 'closed' | 'reassigned'

/** Gives a case to an admin, or back (null). `seen` is who had it on the admin's page. */
export function assign(
  { state, assigneeId }: Pick<Case, 'state' | 'assigneeId'>,
  seen: UserId | null,
): Result<null, AssignmentRefusal> {
  if (state !== 'open') return refuse('closed')
  return assigneeId === seen ? ok(null) : refuse('reassigned')
}

export type DecisionRefusal = 'closed' | 'assigned_to_other' | 'changed'

/** Why a measure was not possible when it was carried out. */
export type MeasureRefusal = 'already_flagged' | 'closed' | 'owner_changed'

/** Whether an admin may decide a case that they saw in `seenVersion`: nobody else has it, and they read every report. */
export function decide(
  { state, assigneeId, version }: Case,
  actor: UserId,
  seenVersion: number,
): Result<null, DecisionRefusal> {
  if (state !== 'open') return refuse('closed')
  if (assigneeId !== null && assigneeId !== actor) return refuse('assigned_to_other')
  return version === seenVersion ? ok(null) : refuse('changed')
}

export function explainAssignmentRefusal(refusal: AssignmentRefusal, assignee: string | null): string {
  switch (refusal) {
    case 'closed':
      return 'This case has been decided in the meantime.'
    case 'reassigned':
      return assignee === null
        ? 'This case has been given back in the meantime. Nobody has it now.'
        : `${assignee} has this case now.`
  }
}

export function explainMeasureRefusal(refusal: MeasureRefusal): string {
  switch (refusal) {
    case 'already_flagged':
      return 'It is flagged already, so nothing was done. Choose something else.'
    case 'closed':
      return 'It has been deleted or closed, so it cannot be flagged. Choose something else.'
    case 'owner_changed':
      return "The owner's account has changed in the meantime, so nothing was done. Look at it again."
  }
}

export function explainDecisionRefusal(refusal: DecisionRefusal, assignee: string | null): string {
  switch (refusal) {
    case 'closed':
      return 'Somebody else has just decided this case. Nothing was changed.'
    case 'assigned_to_other':
      return `${assignee ?? 'Somebody else'} has this case. Take it over before you decide.`
    case 'changed':
      return 'There is something new in this case. Read it below, then decide again. Nothing you typed was lost.'
  }
}
