import type { UserId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { type FlagReason, flagReasons } from './reasons.ts'
import type { FlagRow, FlagState } from './schema.ts'

export const MAX_NOTE = 1_000
export const MAX_APPEAL = 2_000

/** The title of a flagged message has so many of its characters. */
export const MAX_TITLE = 200

/** For admins: why there was nobody to notify. */
export const UNTOLD = "The owner wasn't notified, because their account has been deleted."

export type Decision = Extract<FlagState, 'kept' | 'lifted'>

export type AppealRefusal = 'not_owner' | 'lifted' | 'already_appealed'

type Standing = Pick<FlagRow, 'state' | 'ownerId' | 'appealedAt'>

/** The owner asks to have a flag lifted. Once for each flag. */
export function appeal(flag: Standing, by: UserId): Result<'appealed', AppealRefusal> {
  if (flag.ownerId !== by) return refuse('not_owner')
  if (flag.state === 'lifted') return refuse('lifted')
  return flag.appealedAt === null ? ok('appealed') : refuse('already_appealed')
}

export type DecisionRefusal = 'already_lifted' | 'nothing_to_answer'

/** An admin lifts a flag, with or without an appeal, or answers an appeal by keeping it. */
export function decide(flag: Pick<FlagRow, 'state'>, decision: Decision): Result<Decision, DecisionRefusal> {
  if (flag.state === 'lifted') return refuse('already_lifted')
  if (decision === 'kept' && flag.state !== 'appealed') return refuse('nothing_to_answer')
  return ok(decision)
}

export function explainAppealRefusal(refusal: AppealRefusal): string {
  switch (refusal) {
    case 'not_owner':
      return 'Only the owner of what was flagged can appeal.'
    case 'lifted':
      return 'This flag has been removed, so there is nothing to appeal.'
    case 'already_appealed':
      return 'You have already appealed this flag. We answer each appeal once.'
  }
}

export function explainDecisionRefusal(refusal: DecisionRefusal): string {
  switch (refusal) {
    case 'already_lifted':
      return 'This flag has already been lifted.'
    case 'nothing_to_answer':
      return 'There is no appeal to answer. You can only lift the flag.'
  }
}

/** What the owner reads: "Misleading figures. The views are ten times those of your channel." */
export function reasonForOwner({
  reason,
  note,
}: {
  readonly reason: FlagReason
  readonly note: string
}): string {
  return note === '' ? flagReasons[reason] : `${flagReasons[reason]}. ${note}`
}
