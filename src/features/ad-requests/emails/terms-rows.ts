import { formatDay } from '../../../shared/format.ts'
import { formatMoney } from '../../../shared/money.ts'
import { countedDeliverable } from '../../../shared/taxonomy.ts'
import { dayAt } from '../../../shared/time.ts'
import { usageRightsText } from '../../../shared/usage-rights.ts'
import type { BlockOf } from '../../notifications/email/blocks.ts'
import type { Terms } from '../offer.ts'

type Row = BlockOf<'facts'>['rows'][number]

interface Wording {
  /** Milliseconds UTC. Days of this year are written without the year. */
  readonly now: number
  /** ISO 4217. */
  readonly currency: string
}

/** What an offer says, as facts for an e-mail. */
export function termsRows(terms: Terms, { now, currency }: Wording): (Row & { readonly value: string })[] {
  return [
    { label: 'Payment', value: formatMoney(terms.paymentAmount, currency) },
    { label: 'Deliverables', value: deliverableLines(terms, now) },
    { label: 'Usage rights', value: usageRightsText(terms) },
    { label: 'Requirements', value: terms.requirements },
  ]
}

/** The same, with the old value of everything that differs from the offer before. */
export function changedTermsRows(before: Terms, after: Terms, wording: Wording): Row[] {
  const old = new Map(termsRows(before, wording).map(({ label, value }) => [label, value]))
  return termsRows(after, wording).map((row) => {
    const was = old.get(row.label) ?? ''
    return was === row.value ? row : { ...row, was }
  })
}

/** "2 reels, 1 story". */
export function deliverablesText({ deliverables }: Pick<Terms, 'deliverables'>): string {
  return deliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}

/** Calendar days as a period: "Nov 2 to Dec 20". Empty if either is missing. */
export function periodText(start: string | null, end: string | null, now: number): string {
  const today = dayAt(now, 'UTC')
  return start === null || end === null ? '' : `${formatDay(start, today)} to ${formatDay(end, today)}`
}

function deliverableLines({ deliverables }: Terms, now: number): string {
  const today = dayAt(now, 'UTC')
  return deliverables
    .map(({ kind, count, dueDate }) => `${countedDeliverable(kind, count)}, due ${formatDay(dueDate, today)}`)
    .join('\n')
}
