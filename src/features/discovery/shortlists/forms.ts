import * as z from 'zod'
import { line, list } from '../../../platform/forms/fields.ts'
import { parseIds } from '../../../platform/http/params.ts'
import type { UserId } from '../../../shared/ids.ts'
import { MAX_SELECTED } from '../selection.ts'

const name = line({ max: 60, required: 'Enter a name for the shortlist' }).refine(isVisible, {
  error: 'Use at least one letter or digit',
})

// One more than the maximum passes here, so that `areFew` can refuse it.
const influencerId = list(1_000).transform((texts) => parseIds<UserId>(texts, MAX_SELECTED + 1))

const notTooMany = { error: `Select at most ${MAX_SELECTED} at a time.` }

/** A new shortlist with its first members. */
export const shortlistForm = z.object({ name, influencerId }).refine(areFew, notTooMany)

export const membersForm = z
  .object({ influencerId })
  .refine(areFew, notTooMany)
  .refine(({ influencerId: ids }) => ids.length > 0, { error: 'Select at least one influencer.' })

/** `version` is that of the shortlist on the page. */
export const nameForm = z.object({ name, version: z.coerce.number().int().catch(0) })

export const noteForm = z.object({ note: line({ max: 200 }) })

function areFew({ influencerId: ids }: { influencerId: readonly UserId[] }): boolean {
  return ids.length <= MAX_SELECTED
}

// A name of only zero-width characters would make an invisible link.
function isVisible(text: string): boolean {
  return text === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
