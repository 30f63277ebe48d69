import type { FormState } from '../../../platform/forms/form.ts'

/** What the fields of a campaign's form are called, in their order. */
export const fieldNames = {
  name: 'Name',
  brief: 'Brief',
  goals: 'Goals',
  category: 'Category',
  niche: 'Niche',
  platforms: 'Platforms',
  deliverableKind: 'Wanted deliverables',
  deliverableCount: 'How many of each',
  hashtags: 'Hashtags',
  mentions: 'Mentions',
  dos: 'Do',
  donts: 'Do not',
  disclosure: 'Disclosure',
  usageChannels: 'Usage rights',
  usageMonths: 'Months of usage',
  startDate: 'Start date',
  endDate: 'End date',
  budget: 'Budget',
  visibility: 'Who may see it',
} as const

export type CampaignField = keyof typeof fieldNames

export interface Difference {
  readonly field: CampaignField
  /** As the first form has it. */
  readonly saved: string
  /** As the second has it. */
  readonly typed: string
}

/** The fields in which two forms of one campaign differ, in the order of the form. */
export function differencesOf(saved: FormState, typed: FormState): readonly Difference[] {
  return (Object.keys(fieldNames) as CampaignField[])
    .map((field) => ({ field, saved: textOf(saved, field), typed: textOf(typed, field) }))
    .filter((one) => one.saved !== one.typed)
}

function textOf({ values }: FormState, field: CampaignField): string {
  return (values[field] ?? []).join(', ').replaceAll('\r\n', '\n').trim()
}
