import * as z from 'zod'
import {
  choice,
  line,
  money,
  name,
  optional,
  paragraphs,
  timeZone,
  wholeNumber,
} from '../../platform/forms/fields.ts'
import { type FormState, formWith, type SubmittedValues } from '../../platform/forms/form.ts'
import { cents, toDecimal } from '../../shared/money.ts'
import { categoryKeys, platformKeys, usageChannelKeys } from '../../shared/taxonomy.ts'
import type { Plan } from './campaign.ts'
import {
  checkedOptions,
  endDateField,
  goalsField,
  nicheField,
  plannedDay,
  wantedField,
} from './edit/form-fields.ts'
import { scheduleOf } from './schedule.ts'
import { visibilities } from './schema.ts'

export interface CampaignInput {
  readonly plan: Plan
  /** In the sponsor's order. */
  readonly goals: readonly string[]
}

/** The fields of a campaign's form. Only the name is required. */
const fields = z.object({
  name: name({ max: 120, required: 'Enter a name' }),
  brief: paragraphs({ max: 5_000 }).default(''),
  goals: goalsField,
  category: optional(choice(categoryKeys, 'Choose a category from the list')).transform(orNull),
  niche: nicheField,
  platforms: checkedOptions(platformKeys),
  deliverableKind: wantedField,
  hashtags: line({ max: 300 }).default(''),
  mentions: line({ max: 300 }).default(''),
  dos: paragraphs({ max: 2_000 }).default(''),
  donts: paragraphs({ max: 2_000 }).default(''),
  disclosure: line({ max: 200 }).default(''),
  usageChannels: checkedOptions(usageChannelKeys),
  usageMonths: wholeNumber({ required: 'Enter the number of months, or 0', min: 0, max: 60 }),
  startDate: optional(plannedDay).transform(orNull),
  endDate: endDateField,
  timeZone,
  budget: optional(money()).transform((budget) => budget ?? cents(0)),
  visibility: choice(visibilities, 'Choose who can see it'),
})

/** Deliverables take two inputs a row, so the form has one field more than the schema. */
export type CampaignField = keyof typeof fields.shape | 'deliverableCount'

/** The form's schema. */
export const campaignForm = z.preprocess(combineFields, fields).transform(
  ({ goals, deliverableKind, ...plan }): CampaignInput => ({
    plan: { ...plan, ...scheduleOf(plan), wantedDeliverables: deliverableKind },
    goals,
  }),
)

/** A campaign as its form shows it. */
export function campaignFormOf({ plan, goals }: CampaignInput): FormState {
  const { name, brief, category, niche, platforms, hashtags, mentions, dos, donts, disclosure } = plan
  const { wantedDeliverables, usageChannels, usageMonths, budget, visibility } = plan
  const { startDate, endDate, timeZone } = plan
  const values: Record<CampaignField, string | readonly string[] | null> = {
    name,
    brief,
    goals: goals.join('\n'),
    category,
    niche,
    platforms,
    deliverableKind: wantedDeliverables.map(({ kind }) => kind),
    deliverableCount: wantedDeliverables.map(({ count }) => String(count)),
    hashtags,
    mentions,
    dos,
    donts,
    disclosure,
    usageChannels,
    usageMonths: String(usageMonths),
    startDate,
    endDate,
    timeZone,
    budget: budget > 0 ? toDecimal(budget) : '',
    visibility,
  }
  return formWith(values)
}

/** Where a new campaign starts. Its days are in the time zone that its sponsor has now. */
export function newCampaign(timeZone: string): CampaignInput {
  const plan: Plan = {
    name: '',
    brief: '',
    category: null,
    niche: null,
    platforms: platformKeys,
    wantedDeliverables: [{ kind: 'post', count: 1 }],
    hashtags: '',
    mentions: '',
    dos: '',
    donts: '',
    disclosure: '#ad',
    usageChannels: ['organic'],
    usageMonths: 3,
    ...scheduleOf({ startDate: null, endDate: null, timeZone }),
    budget: cents(0),
    visibility: 'public',
  }
  return { plan, goals: [] }
}

/** The submitted values, with the saved ones for every field that was not submitted. */
export function withSavedValues(saved: FormState, submitted: SubmittedValues): SubmittedValues {
  return { ...saved.values, ...('usageMonths' in submitted ? emptied : {}), ...submitted }
}

// Empty checkboxes and rows are not submitted. The months always are, if the form has these fields.
const emptied = {
  platforms: [],
  deliverableKind: [],
  deliverableCount: [],
  usageChannels: [],
} satisfies Partial<Record<CampaignField, []>>

/** The version that the form was made from; null if it is missing or not a number. */
export function versionOf(submitted: SubmittedValues): number | null {
  const [text = ''] = submitted.version ?? []
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

// A field that depends on another one is checked together with it, so that all errors show at once.
function combineFields(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const form: Record<string, unknown> = { ...input }
  return {
    ...form,
    niche: { category: form.category, niche: form.niche },
    deliverableKind: { kinds: form.deliverableKind, counts: form.deliverableCount },
    endDate: { start: form.startDate, end: form.endDate },
  }
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null
}
