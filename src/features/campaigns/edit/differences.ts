import type { FormState } from '../../../platform/forms/form.ts'
import type { CampaignField } from '../forms.ts'
import { campaignFields } from './field-labels.ts'

export interface Difference {
  readonly field: CampaignField
  readonly saved: string
  readonly typed: string
}

/** The fields in which what is saved and what was typed differ, in the order of the form. */
export function differencesBetween(saved: FormState, typed: FormState): readonly Difference[] {
  return campaignFields
    .map((field) => ({ field, saved: textOf(saved, field), typed: textOf(typed, field) }))
    .filter((one) => one.saved !== one.typed)
}

function textOf({ values }: FormState, field: CampaignField): string {
  return (values[field] ?? []).join(', ').replaceAll('\r\n', '\n').trim()
}
