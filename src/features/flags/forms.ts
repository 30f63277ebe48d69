import * as z from 'zod'
import { choice, paragraphs, wholeNumber } from '../../platform/forms/fields.ts'
import { parseId } from '../../platform/http/params.ts'
import { MAX_APPEAL, MAX_NOTE } from './flag.ts'
import { flagReasonKeys } from './reasons.ts'
import { type ModeratedThing, moderatedSubjects, thingOf } from './subject.ts'

/** The version of the flag on the page. */
const version = wholeNumber({ required: 'Reload the page', min: 1, max: Number.MAX_SAFE_INTEGER })

/** The fields of `FlagFields`. */
export const flagForm = z
  .object({
    flagReason: choice(flagReasonKeys, 'Choose a reason'),
    /** To the owner. A template is part of it already: see `resolveReason`. */
    reason: paragraphs({ max: MAX_NOTE }),
    internalNote: paragraphs({ max: MAX_NOTE }),
  })
  .transform(({ flagReason, reason, internalNote }) => ({ reason: flagReason, note: reason, internalNote }))

export const decisionForm = z.object({
  version,
  decision: choice(['lifted', 'kept'], 'Choose what happens to the flag'),
  reason: paragraphs({ max: MAX_NOTE, required: 'Enter a reason. The owner will see it.' }),
})

export const appealForm = z.object({
  version,
  appeal: paragraphs({ max: MAX_APPEAL, min: 10, required: 'Say why the flag should be removed' }),
})

/** What to flag, in a query string or in the hidden fields of a form. Null if that is not a thing. */
export const thingQuery = z.object({
  subject: z.enum(moderatedSubjects).nullable().catch(null),
  subjectId: z
    .string()
    .optional()
    .catch(undefined)
    .transform((text) => parseId<ModeratedThing['id']>(text)),
})

/** The thing that a query names, if it names one. */
export function queriedThing({ subject, subjectId }: z.output<typeof thingQuery>): ModeratedThing | null {
  return subject && subjectId ? thingOf({ subject, subjectId }) : null
}
