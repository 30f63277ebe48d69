import * as z from 'zod'
import { choice, choices, list, money, paragraphs, wholeNumber } from '../../platform/forms/fields.ts'
import { type FormState, formWith } from '../../platform/forms/form.ts'
import { toDecimal } from '../../shared/money.ts'
import { deliverableKindKeys, usageChannelKeys } from '../../shared/taxonomy.ts'
import { isDay } from '../../shared/time.ts'
import { type RejectionReason, rejectionReasons } from './ad-request.ts'
import { DEFAULT_LIFETIME, offerLifetimes, type Proposal, type Terms } from './offer.ts'
import type { AgreedDeliverable } from './schema.ts'

export const MAX_DELIVERABLES = 10
const MAX_OF_A_KIND = 50

/**
 * The terms of an offer. What a form does not carry at all stays as in `before`; what it carries empty is
 * empty. `offer_number` says which offer it answers. `today` (`YYYY-MM-DD`) is the first day on which something can be due, `lastDay` the campaign's last.
 */
export function offerForm(before: Terms & { number?: number }, today: string, lastDay: string | null) {
  const terms = z.object({
    offerNumber: offerNumber.default(before.number ?? 0),
    paymentAmount: money({ required: 'Enter the payment' }),
    deliverables: columns.transform((rows, context) =>
      toDeliverables(rows, before, { today, lastDay }, context),
    ),
    requirements: paragraphs({ most: 2_000 }).default(before.requirements),
    usageChannels: choices(usageChannelKeys, 'Choose from the list'),
    usageShown: list(),
    usageMonths: wholeNumber({ required: 'Enter the months', least: 0, most: 60 }).default(
      before.usageMonths,
    ),
    message: paragraphs({ most: 2_000 }).default(''),
    expiresIn: lifetime,
  })
  return z.preprocess(sideBySide, terms).transform((form): { offerNumber: number; proposal: Proposal } => ({
    offerNumber: form.offerNumber,
    proposal: {
      paymentAmount: form.paymentAmount,
      deliverables: form.deliverables,
      requirements: form.requirements,
      // Boxes of which none is ticked send nothing, so a hidden field says that they were there.
      usageChannels:
        form.usageChannels.length > 0 || form.usageShown.length > 0
          ? form.usageChannels
          : before.usageChannels,
      usageMonths: form.usageMonths,
      message: form.message,
      lifetime: form.expiresIn,
    },
  }))
}

/** The terms as the form shows them before anything is typed. */
export function offerFormOf(terms: Terms): FormState {
  return formWith({
    paymentAmount: terms.paymentAmount > 0 ? toDecimal(terms.paymentAmount) : '',
    deliverableKind: terms.deliverables.map(({ kind }) => kind),
    deliverableCount: terms.deliverables.map(({ count }) => String(count)),
    deliverableDue: terms.deliverables.map(({ dueDate }) => dueDate),
    requirements: terms.requirements,
    usageChannels: terms.usageChannels,
    usageMonths: String(terms.usageMonths),
    expiresIn: String(DEFAULT_LIFETIME),
  })
}

/** Which offer is meant: the number that the page showed. */
export const offerNumber = z.coerce
  .number({ error: 'Say which offer you mean' })
  .int('Say which offer you mean')
  .min(1, 'Say which offer you mean')
  .max(1_000_000, 'Say which offer you mean')

export const acceptanceForm = z.object({
  offerNumber: offerNumber,
  /** As the page showed the campaign; without it, as it stands now. */
  campaignVersion: offerNumber.optional(),
})

const reasonKeys = Object.keys(rejectionReasons) as [RejectionReason, ...RejectionReason[]]

export const rejectionForm = z.object({
  reason: choice(reasonKeys, 'Choose a reason'),
  words: paragraphs({ most: 1_000 }).default(''),
})

export const messageForm = z.object({ message: paragraphs({ most: 4_000, required: 'Write a message' }) })

const lifetime = z
  .string({ error: 'Choose once how long the offer stands' })
  .default(String(DEFAULT_LIFETIME))
  .transform((text, context) => {
    const hours = offerLifetimes.find((one) => String(one) === text)
    if (hours) return hours
    context.addIssue({ code: 'custom', message: 'Choose how long the offer stands' })
    return z.NEVER
  })

const columns = z.object({
  kind: list(MAX_DELIVERABLES + 5),
  count: list(MAX_DELIVERABLES + 5),
  due: list(MAX_DELIVERABLES + 5),
})

type Columns = z.output<typeof columns>

// The rows of a form arrive as columns; together they are one field, so that they are checked as one.
function sideBySide(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const form = input as Record<string, unknown>
  const { deliverableKind: kind, deliverableCount: count, deliverableDue: due } = form
  return { ...form, deliverables: { kind, count, due } }
}

interface Days {
  readonly today: string
  readonly lastDay: string | null
}

function toDeliverables(
  given: Columns,
  before: Terms,
  days: Days,
  context: z.RefinementCtx,
): AgreedDeliverable[] {
  const rows = rowsOf(given)
  if (rows.length === 0 && given.kind.length === 0) return [...before.deliverables]
  const problem = rows.length === 0 ? 'Name at least one deliverable' : tooMany(rows.length)
  const checked = rows.map((row, index) => checkRow(row, `Deliverable ${index + 1}`, days))
  const message = problem ?? checked.find((one) => typeof one === 'string')
  if (typeof message === 'string') context.addIssue({ code: 'custom', message })
  return checked.filter((one) => typeof one !== 'string')
}

function tooMany(count: number): string | null {
  return count > MAX_DELIVERABLES ? `Name at most ${MAX_DELIVERABLES} deliverables` : null
}

type DeliverableRow = { kind: string; count: string; due: string }

// Rows are columns side by side; one without a kind and a date was never filled in.
function rowsOf({ kind, count, due }: Columns): DeliverableRow[] {
  return kind
    .map((one, index) => ({
      kind: one.trim(),
      count: count[index]?.trim() || '1',
      due: due[index]?.trim() ?? '',
    }))
    .filter(({ kind, due }) => kind !== '' || due !== '')
}

function checkRow(
  { kind, count, due }: DeliverableRow,
  name: string,
  days: Days,
): AgreedDeliverable | string {
  const known = deliverableKindKeys.find((key) => key === kind)
  if (!known) return `${name}: choose what it is`
  if (!/^\d{1,3}$/.test(count) || Number(count) < 1 || Number(count) > MAX_OF_A_KIND) {
    return `${name}: enter how many, from 1 to ${MAX_OF_A_KIND}`
  }
  if (!isDay(due)) return `${name}: enter the day it is due`
  if (due < days.today) return `${name}: the day it is due has passed`
  if (days.lastDay && due > days.lastDay) return `${name}: due after the campaign's last day, ${days.lastDay}`
  return { kind: known, count: Number(count), dueDate: due }
}
