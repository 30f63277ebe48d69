import * as z from 'zod'
import { list } from '../../platform/forms/fields.ts'
import { deliverableKindKeys } from '../../shared/taxonomy.ts'
import { isDay } from '../../shared/time.ts'
import { countOf, MAX_PER_KIND } from '../campaigns/edit/form-fields.ts'
import { type Days, todayOf } from '../campaigns/schedule.ts'
import type { AgreedDeliverable } from './schema.ts'

export const MAX_DELIVERABLES = 10

/** More rows than can be valid, to show all of them again with the error. */
export const MAX_ROWS = MAX_DELIVERABLES + 5

/** Days in the campaign's time zone, `YYYY-MM-DD`. */
export interface DeliverableDates {
  /** The first possible due date. */
  readonly today: string
  /** The campaign's last day; null if it has none. */
  readonly lastDay: string | null
}

/** The possible due dates in a campaign. They are the same for everybody, wherever they are. */
export function deliverableDates(
  campaign: Pick<Days, 'endDate' | 'timeZone'>,
  now: number,
): DeliverableDates {
  return { today: todayOf(campaign, now), lastDay: campaign.endDate }
}

/** The rows of deliverables, submitted as one list for each input. */
export const deliverableRows = z.object({
  kind: list(MAX_ROWS),
  count: list(MAX_ROWS),
  due: list(MAX_ROWS),
})

type Lists = z.output<typeof deliverableRows>

/** Reports the first error of the rows. Without any rows in the form, the deliverables stay as `before`. */
export function toDeliverables(
  lists: Lists,
  before: readonly AgreedDeliverable[],
  dates: DeliverableDates,
  context: z.RefinementCtx,
): readonly AgreedDeliverable[] {
  if (lists.kind.length === 0) return before
  const rows = filledRows(lists)
  const checked = rows.map((row, index) => checkRow(row, `Deliverable ${index + 1}`, dates))
  const message = countError(rows.length) ?? checked.find((one) => typeof one === 'string')
  if (typeof message === 'string') context.addIssue({ code: 'custom', message })
  return checked.filter((one) => typeof one !== 'string')
}

function countError(rows: number): string | null {
  if (rows === 0) return 'Add at least one deliverable'
  return rows > MAX_DELIVERABLES ? `Add at most ${MAX_DELIVERABLES} deliverables` : null
}

type Row = { kind: string; count: string; due: string }

function filledRows({ kind, count, due }: Lists): Row[] {
  return kind
    .map((one, index) => ({
      kind: one.trim(),
      count: count[index]?.trim() || '1',
      due: due[index]?.trim() ?? '',
    }))
    .filter(({ kind, due }) => kind !== '' || due !== '')
}

function checkRow(
  { kind, count, due }: Row,
  name: string,
  dates: DeliverableDates,
): AgreedDeliverable | string {
  const known = deliverableKindKeys.find((key) => key === kind)
  if (!known) return `${name}: choose what it is`
  const howMany = countOf(count)
  if (howMany === null) return `${name}: enter how many, from 1 to ${MAX_PER_KIND}`
  if (!isDay(due)) return `${name}: enter a due date`
  if (due < dates.today) return `${name}: the due date has passed in the campaign's time zone`
  if (dates.lastDay && due > dates.lastDay) {
    return `${name}: the due date is after the campaign's last day, ${dates.lastDay}`
  }
  return { kind: known, count: howMany, dueDate: due }
}
