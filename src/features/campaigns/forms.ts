import * as z from 'zod'
import {
  choice,
  day,
  line,
  list,
  money,
  optional,
  paragraphs,
  wholeNumber,
} from '../../platform/forms/fields.ts'
import { type FormState, formWith, type SubmittedValues } from '../../platform/forms/form.ts'
import { cents, toDecimal } from '../../shared/money.ts'
import { categoryKeys, platformKeys, usageChannelKeys } from '../../shared/taxonomy.ts'
import { endOfDay, isDay } from '../../shared/time.ts'
import type { Plan } from './campaign.ts'
import { goalsField, nicheField, wantedField } from './edit/form-fields.ts'

/** What the form holds: the plan, and its goals in their order. */
export interface WrittenPlan {
  readonly plan: Plan
  readonly goals: readonly string[]
}

/** A campaign as it is written. Only its name is needed; `timeZone` is the sponsor's and says when a day ends. */
export function campaignForm(timeZone: string) {
  return z.preprocess(together, fields).transform((form) => toWrittenPlan(form, timeZone))
}

/** A plan as its form shows it. */
export function campaignFormOf(plan: Plan, goals: readonly string[]): FormState {
  return formWith({
    name: plan.name,
    brief: plan.brief,
    goals: goals.join('\n'),
    category: plan.category,
    niche: plan.niche,
    platforms: plan.platforms,
    deliverableKind: plan.deliverables.map(({ kind }) => kind),
    deliverableCount: plan.deliverables.map(({ count }) => String(count)),
    hashtags: plan.hashtags,
    mentions: plan.mentions,
    dos: plan.dos,
    donts: plan.donts,
    disclosure: plan.disclosure,
    usageChannels: plan.usageChannels,
    usageMonths: String(plan.usageMonths),
    startDate: plan.startDate,
    endDate: plan.endDate,
    budget: plan.budget > 0 ? toDecimal(plan.budget) : '',
    visibility: plan.visibility,
  })
}

/** Where a new campaign starts. */
export const emptyPlan: Plan = {
  name: '',
  brief: '',
  category: null,
  niche: null,
  platforms: platformKeys,
  deliverables: [{ kind: 'post', count: 1 }],
  hashtags: '',
  mentions: '',
  dos: '',
  donts: '',
  disclosure: '#ad',
  usageChannels: ['organic'],
  usageMonths: 3,
  startDate: null,
  endDate: null,
  endsAt: null,
  budget: cents(0),
  visibility: 'public',
}

/**
 * What was sent, on the ground of what stood in the form: a field that is not sent stays as it was. Boxes and
 * rows send nothing once they are emptied; that they were there is told by the field that always stands beside.
 */
export function overlaid(base: FormState, sent: SubmittedValues): SubmittedValues {
  return { ...base.values, ...('usageMonths' in sent ? emptied : {}), ...sent }
}

const emptied: SubmittedValues = {
  platforms: [],
  deliverableKind: [],
  deliverableCount: [],
  usageChannels: [],
}

/** The version that the form was made from; null where it does not say, or says nonsense. */
export function versionOf(sent: SubmittedValues): number | null {
  const [text = ''] = sent.version ?? []
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

// Nothing that runs on Parley begins before it or ends after anybody remembers it; clocks need real years.
const plannedDay = day('Choose a day').refine((text) => text >= '2000-01-01' && text <= '2099-12-31', {
  error: 'Choose a day of this century',
})

const lastDay = z
  .object({ start: z.unknown(), end: optional(plannedDay) })
  .transform(({ start, end = null }, context) => {
    if (end === null || typeof start !== 'string' || !isDay(start.trim()) || start.trim() <= end) return end
    context.addIssue({
      code: 'custom',
      message: 'It ends before it starts: choose the same day or a later one',
    })
    return z.NEVER
  })

const fields = z.object({
  name: line({ most: 120, required: 'Enter a name' }),
  brief: paragraphs({ most: 5_000 }).default(''),
  goals: goalsField,
  category: optional(choice(categoryKeys, 'Choose a category from the list')),
  niche: nicheField,
  platforms: ticked(platformKeys),
  deliverableKind: wantedField,
  hashtags: line({ most: 300 }).default(''),
  mentions: line({ most: 300 }).default(''),
  dos: paragraphs({ most: 2_000 }).default(''),
  donts: paragraphs({ most: 2_000 }).default(''),
  disclosure: line({ most: 200 }).default(''),
  usageChannels: ticked(usageChannelKeys),
  usageMonths: wholeNumber({ required: 'Enter the months, 0 for none', least: 0, most: 60 }),
  startDate: optional(plannedDay),
  endDate: lastDay,
  budget: optional(money()),
  visibility: choice(['public', 'private'], 'Choose who may see it'),
})

function toWrittenPlan(form: z.output<typeof fields>, timeZone: string): WrittenPlan {
  const { goals, deliverableKind, usageChannels, usageMonths, startDate, endDate, ...same } = form
  const plan = {
    ...same,
    category: same.category ?? null,
    deliverables: deliverableKind,
    usageChannels: usageChannels,
    usageMonths: usageMonths,
    startDate: startDate ?? null,
    endDate: endDate,
    endsAt: endDate === null ? null : endOfDay(endDate, timeZone),
    budget: same.budget ?? cents(0),
  }
  return { plan, goals }
}

// Fields that only make sense with another one are checked with it, so that all problems are named at once.
function together(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const form: Record<string, unknown> = { ...input }
  return {
    ...form,
    niche: { category: form.category, niche: form.niche },
    deliverableKind: { kinds: form.deliverableKind, counts: form.deliverableCount },
    endDate: { start: form.startDate, end: form.endDate },
  }
}

function ticked<const Key extends string>(keys: readonly [Key, ...Key[]]) {
  return list()
    .pipe(z.array(z.enum(keys, { error: 'Choose from the list' })))
    .transform((chosen) => [...new Set(chosen)])
}
