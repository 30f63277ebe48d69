import type { SubmittedValues } from '../../platform/forms/form.ts'
import type { ReasonTemplateId } from '../../shared/ids.ts'

/** What admins give reasons for. Each has templates of its own. */
export const reasonPurposes = {
  sponsor_rejection: 'Rejecting a sponsor',
  name_rejection: 'Rejecting a new name',
  flag: 'Flagging',
  suspension: 'Suspending an account',
} as const

export type ReasonPurpose = keyof typeof reasonPurposes

export const purposeKeys = Object.keys(reasonPurposes) as [ReasonPurpose, ...ReasonPurpose[]]

/** Every reason has at most so many characters. */
export const REASON_LENGTH = 1_000

/** For each purpose. */
export const MAX_TEMPLATES = 50

/** A template that an admin can choose. */
export interface ReasonChoice {
  readonly id: ReasonTemplateId
  readonly title: string
  readonly text: string
}

/**
 * A submitted form in which the chosen template has become part of the reason: the template, the admin's own words, or
 * both. With JavaScript, "Use template" fills in the reason, and then no template is submitted.
 */
export function withChosenReason(
  values: SubmittedValues,
  choices: readonly Pick<ReasonChoice, 'id' | 'text'>[],
): SubmittedValues {
  const chosen = choices.find(({ id }) => String(id) === values.template?.[0])
  if (!chosen) return values
  const words = values.reason?.[0]?.trim() ?? ''
  const reason = words.startsWith(chosen.text) ? words : [chosen.text, words].filter(Boolean).join('\n\n')
  return { ...values, template: [], reason: [reason] }
}

export type Direction = 'up' | 'down'

/** The list with one of its members a place higher or lower, or as it is if there is no such place. */
export function moved<Member>(
  list: readonly Member[],
  member: Member,
  direction: Direction,
): readonly Member[] {
  const from = list.indexOf(member)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = list[to]
  if (from < 0 || other === undefined) return list
  return list.with(from, other).with(to, member)
}
