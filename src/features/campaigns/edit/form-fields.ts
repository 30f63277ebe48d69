import * as z from 'zod'
import { day, line, list, optional } from '../../../platform/forms/fields.ts'
import { parseCount } from '../../../shared/numbers/parse-count.ts'
import {
  type Category,
  categories,
  categoryLabel,
  deliverableKindKeys,
  nichesOf,
} from '../../../shared/taxonomy.ts'
import { isDay } from '../../../shared/time.ts'
import type { WantedDeliverable } from '../schema.ts'

export const MAX_GOALS = 20
export const MAX_DELIVERABLE_KINDS = 10
export const MAX_PER_KIND = 50

/** Goals, one on each line of one or more fields. Blank lines and duplicates are dropped. */
export const goalsField = list()
  .transform((texts) => texts.flatMap((text) => text.split(/\r\n?|\n/)))
  .pipe(z.array(line({ max: 200 })))
  .transform((lines) => [...new Set(lines.filter((text) => text !== ''))])
  .refine((goals) => goals.length <= MAX_GOALS, { error: `Enter at most ${MAX_GOALS} goals` })

/** A niche of the chosen category; null if there is none. */
export const nicheField = z
  .object({ category: z.unknown(), niche: line({ max: 50 }).default('') })
  .transform(({ category, niche }, context) => {
    if (niche === '') return null
    if (!isCategory(category)) return invalid(context, 'Choose the category first')
    if (Object.hasOwn(nichesOf(category), niche)) return niche
    return invalid(context, `Choose a niche of ${categoryLabel(category)}`)
  })

/** Rows of kind and count, submitted as two lists. Rows without a kind are dropped; equal kinds are added up. */
export const wantedField = z
  .object({ kinds: list(), counts: list() })
  .transform(({ kinds, counts }, context): WantedDeliverable[] => {
    const wanted = new Map<WantedDeliverable['kind'], number>()
    const problem = (field: string, row: number, message: string) =>
      context.addIssue({ code: 'custom', path: [field, row], message })

    for (const [row, chosen] of kinds.entries()) {
      if (chosen.trim() === '') continue
      const kind = deliverableKindKeys.find((key) => key === chosen)
      const count = countOf(counts[row])
      if (!kind) problem('deliverableKind', row, 'Choose it from the list')
      if (count === null) problem('deliverableCount', row, `Enter how many, from 1 to ${MAX_PER_KIND}`)
      if (!kind || count === null) continue

      const sum = (wanted.get(kind) ?? 0) + count
      if (sum > MAX_PER_KIND) problem('deliverableCount', row, `Enter at most ${MAX_PER_KIND} of each kind`)
      if (wanted.size === MAX_DELIVERABLE_KINDS && !wanted.has(kind)) {
        problem('deliverableKind', row, `Choose at most ${MAX_DELIVERABLE_KINDS} kinds of deliverable`)
      }
      wanted.set(kind, sum)
    }
    return [...wanted].map(([kind, count]) => ({ kind, count }))
  })

/** How many of one deliverable, from 1 to `MAX_PER_KIND`; null if the text is anything else. */
export function countOf(text = ''): number | null {
  const count = parseCount(text)
  return count.ok && count.value >= 1 && count.value <= MAX_PER_KIND ? count.value : null
}

/** A group of checkboxes. */
export function checkedOptions<const Key extends string>(keys: readonly [Key, ...Key[]]) {
  return list()
    .pipe(z.array(z.enum(keys, { error: 'Choose from the list' })))
    .transform((chosen) => [...new Set(chosen)])
}

export const plannedDay = day('Choose a date').refine(
  (text) => text >= '2000-01-01' && text <= '2099-12-31',
  { error: 'Choose a date between 2000 and 2099' },
)

/** The end date, which must not be before the start date; null if there is none. */
export const endDateField = z
  .object({ start: z.unknown(), end: optional(plannedDay) })
  .transform(({ start, end = null }, context) => {
    if (end === null || typeof start !== 'string' || !isDay(start.trim()) || start.trim() <= end) return end
    return invalid(context, 'Choose an end date on or after the start date')
  })

function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && Object.hasOwn(categories, value)
}

function invalid(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
