import * as z from 'zod'
import { line, list } from '../../../platform/forms/fields.ts'
import {
  type Category,
  categories,
  categoryLabel,
  deliverableKindKeys,
  nichesOf,
} from '../../../shared/taxonomy.ts'
import type { WantedDeliverable } from '../campaign.ts'

export const MAX_GOALS = 20
export const MAX_WANTED = 10
const MAX_OF_A_KIND = 50

/** Goals, one per line of one field or of several; blank lines and repetitions are left out. */
export const goalsField = list()
  .transform((texts) => texts.flatMap((text) => text.split(/\r\n?|\n/)))
  .pipe(z.array(line({ most: 200 })))
  .transform((lines) => [...new Set(lines.filter((text) => text !== ''))])
  .refine((goals) => goals.length <= MAX_GOALS, { error: `At most ${MAX_GOALS} goals` })

/** A niche must be one of its category; with none, null. */
export const nicheField = z
  .object({ category: z.unknown(), niche: line({ most: 50 }).default('') })
  .transform(({ category, niche }, context) => {
    if (niche === '') return null
    if (!isCategory(category)) return wrong(context, 'Choose the category first')
    if (Object.hasOwn(nichesOf(category), niche)) return niche
    return wrong(context, `Choose a niche of ${categoryLabel(category)}`)
  })

/** Rows of kind and count, which arrive as two columns. A row without a kind is none; a kind given twice adds up. */
export const wantedField = z
  .object({ kinds: list(), counts: list() })
  .transform(({ kinds, counts }, context): WantedDeliverable[] => {
    const wanted = new Map<WantedDeliverable['kind'], number>()
    for (const [index, chosen] of kinds.entries()) {
      if (chosen.trim() === '') continue
      const kind = deliverableKindKeys.find((key) => key === chosen)
      if (!kind) return wrong(context, 'Choose each kind from the list')

      const count = wholeCount(counts[index])
      if (count === null) return wrong(context, `Say how many, from 1 to ${MAX_OF_A_KIND}`)
      wanted.set(kind, (wanted.get(kind) ?? 0) + count)
    }
    if (wanted.size > MAX_WANTED) return wrong(context, `At most ${MAX_WANTED} kinds`)
    if ([...wanted.values()].some((count) => count > MAX_OF_A_KIND)) {
      return wrong(context, `At most ${MAX_OF_A_KIND} of a kind`)
    }
    return [...wanted].map(([kind, count]) => ({ kind, count }))
  })

function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && Object.hasOwn(categories, value)
}

function wholeCount(text = ''): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return count >= 1 && count <= MAX_OF_A_KIND ? count : null
}

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
