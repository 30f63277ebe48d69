import * as z from 'zod'
import { line, list } from '../../../platform/forms/fields.ts'
import { parseIds } from '../../../platform/http/params.ts'
import type { UserId } from '../../../shared/ids.ts'
import { MAX_CHOSEN } from './shortlist.ts'

const name = line({ most: 60, required: 'Give the list a name' }).refine(hasSomethingToSee, {
  error: 'Use at least one letter or digit',
})

// One more than may be chosen is let through, to be refused.
const influencerId = list(1_000).transform((texts) => parseIds<UserId>(texts, MAX_CHOSEN + 1))

const notTooMany = { error: `Choose at most ${MAX_CHOSEN} at once.` }

/** A new list, and who stands on it from the start. */
export const shortlistForm = z.object({ name, influencerId }).refine(areFew, notTooMany)

export const membersForm = z
  .object({ influencerId })
  .refine(areFew, notTooMany)
  .refine(({ influencerId: ids }) => ids.length > 0, { error: 'Tick at least one influencer first.' })

/** `version` is that of the list that was looked at. */
export const nameForm = z.object({ name, version: z.coerce.number().int().catch(0) })

export const noteForm = z.object({ note: line({ most: 200 }) })

function areFew({ influencerId: ids }: { influencerId: readonly UserId[] }): boolean {
  return ids.length <= MAX_CHOSEN
}

// A name of spaces without width would leave a link with nothing to press.
function hasSomethingToSee(text: string): boolean {
  return text === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
