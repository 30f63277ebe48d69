import * as z from 'zod'
import { choice, choices, list, money, paragraphs, wholeNumber } from '../../platform/forms/fields.ts'
import { type FormState, formWith } from '../../platform/forms/form.ts'
import { toDecimal } from '../../shared/money.ts'
import { usageChannelKeys } from '../../shared/taxonomy.ts'
import { type DeliverableDates, deliverableRows, MAX_ROWS, toDeliverables } from './deliverable-rows.ts'
import { type Draft, offerLifetimes, type Proposal } from './offer.ts'
import { rejectionReasonKeys } from './rejection-reasons.ts'

interface OfferInput {
  /** The offer that this one answers or replaces. */
  readonly offerNumber: number
  readonly proposal: Proposal
}

/** The form of an offer. Fields that were not submitted keep their value from `before`; empty ones are emptied. */
export function offerForm(before: Draft, dates: DeliverableDates) {
  const fields = z.object({
    offerNumber: offerNumber.default(before.number ?? 0),
    paymentAmount: money({ required: 'Enter the payment' }),
    deliverables: deliverableRows.transform((rows, context) =>
      toDeliverables(rows, before.deliverables, dates, context),
    ),
    requirements: paragraphs({ max: 2_000 }).default(before.requirements),
    usageChannels: choices(usageChannelKeys, 'Choose from the list'),
    usageShown: list(),
    usageMonths: wholeNumber({ required: 'Enter the number of months', min: 0, max: 60 }).default(
      before.usageMonths,
    ),
    message: paragraphs({ max: 2_000 }).default(before.message),
    expiresIn: lifetime.default(before.lifetime),
  })
  return z
    .preprocess(combineRows, fields)
    .transform(({ offerNumber, usageShown, usageChannels, expiresIn, ...terms }): OfferInput => {
      // Unchecked checkboxes are not submitted. The hidden field `usage_shown` shows that the form had them.
      const submitted = usageChannels.length > 0 || usageShown.length > 0
      return {
        offerNumber,
        proposal: {
          ...terms,
          usageChannels: submitted ? usageChannels : before.usageChannels,
          lifetime: expiresIn,
        },
      }
    })
}

/** Terms as the form shows them. */
export function offerFormOf(terms: Draft): FormState {
  return formWith({
    paymentAmount: terms.paymentAmount > 0 ? toDecimal(terms.paymentAmount) : '',
    deliverableKind: terms.deliverables.map(({ kind }) => kind),
    deliverableCount: terms.deliverables.map(({ count }) => String(count)),
    deliverableDue: terms.deliverables.map(({ dueDate }) => dueDate),
    requirements: terms.requirements,
    usageChannels: terms.usageChannels,
    usageMonths: String(terms.usageMonths),
    message: terms.message,
    expiresIn: String(terms.lifetime),
  })
}

/** The number of the offer that the page showed. */
export const offerNumber = z.coerce
  .number({ error: 'Choose which offer you mean' })
  .int('Choose which offer you mean')
  .min(1, 'Choose which offer you mean')
  .max(1_000_000, 'Choose which offer you mean')

export const acceptanceForm = z.object({
  offerNumber,
  /** The version of the campaign whose terms the page showed. Without it, they count as not read. */
  campaignVersion: z.coerce.number().catch(0),
})

export const rejectionForm = z.object({
  reason: choice(rejectionReasonKeys, 'Choose a reason'),
  comment: paragraphs({ max: 1_000 }).default(''),
})

export const messageForm = z.object({ message: paragraphs({ max: 4_000, required: 'Write a message' }) })

const CHOOSE_LIFETIME = 'Choose how long the offer stays open'

const lifetime = z.string({ error: CHOOSE_LIFETIME }).transform((text, context) => {
  const hours = offerLifetimes.find((one) => String(one) === text)
  if (hours) return hours
  context.addIssue({ code: 'custom', message: CHOOSE_LIFETIME })
  return z.NEVER
})

// The inputs of the rows are checked together, as one field.
function combineRows(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const form: Record<string, unknown> = { ...input }
  const { deliverableKind: kind, deliverableCount: count, deliverableDue: due } = form
  return {
    ...form,
    deliverables: { kind: firstRows(kind), count: firstRows(count), due: firstRows(due) },
  }
}

// More rows than the form shows are too many in any case.
function firstRows(values: unknown): unknown {
  return Array.isArray(values) ? values.slice(0, MAX_ROWS) : values
}
