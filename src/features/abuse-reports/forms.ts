import * as z from 'zod'
import { choice, optional, paragraphs, wholeNumber } from '../../platform/forms/fields.ts'
import { parseId } from '../../platform/http/params.ts'
import { MAX_NOTE } from '../flags/flag.ts'
import { type ModeratedThing, moderatedSubjects, thingOf } from '../flags/subject.ts'
import { MAX_WORDS } from './abuse-report.ts'
import { measures, suspensionChoices } from './case.ts'
import { dismissalReasonKeys } from './dismissal-reasons.ts'
import { reasonKeys } from './reasons.ts'

/** The thing that a URL or a form names: `?subject=campaign&id=7`. */
export const thingFields = z.object({
  subject: z.enum(moderatedSubjects).nullable().catch(null),
  id: z
    .string()
    .optional()
    .catch(undefined)
    .transform((text) => parseId<ModeratedThing['id']>(text)),
})

/** The thing that a URL or a form names, if it names one. */
export function namedThing({ subject, id }: z.output<typeof thingFields>): ModeratedThing | null {
  return subject && id ? thingOf({ subject, subjectId: id }) : null
}

export const reportForm = z
  .object({
    reason: choice(reasonKeys, 'Choose what is wrong'),
    details: optional(paragraphs({ max: MAX_WORDS }), ''),
  })
  .refine(({ reason, details }) => reason !== 'other' || details !== '', {
    path: ['details'],
    error: 'Tell us what is wrong',
  })

export const additionForm = z.object({
  details: paragraphs({ max: MAX_WORDS, required: 'Write something first' }),
})

const version = wholeNumber({ required: 'Reload the page', min: 1, max: Number.MAX_SAFE_INTEGER })

/** Who had the case on the admin's page (empty: nobody), and who gets it. */
export const assignmentForm = z.object({
  seen: optional(wholeNumber({ required: '', min: 1, max: Number.MAX_SAFE_INTEGER }), null),
  assignee: wholeNumber({ required: 'Choose an admin', min: 1, max: Number.MAX_SAFE_INTEGER }),
})

export const assignmentEndForm = assignmentForm.pick({ seen: true })

const note = optional(paragraphs({ max: MAX_WORDS }), '')

export const dismissalForm = z.object({
  version,
  dismissalReason: choice(dismissalReasonKeys, 'Choose why'),
  note,
})

export const upholdingForm = z.object({
  version,
  measure: choice(measures, 'Choose what follows'),
  /** Only for a suspension. */
  length: choice(suspensionChoices, 'Choose how long').catch('week'),
  message: paragraphs({ max: MAX_NOTE, required: 'Enter a message. The owner will read it.' }),
  note,
})
