import * as z from 'zod'
import { list } from '../../platform/forms/fields.ts'
import { formatDay } from '../../shared/format.ts'
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

/** Reports the first error of each row at its field. Without any rows in the form, the deliverables stay as `before`. */
export function toDeliverables(
  lists: Lists,
  before: readonly AgreedDeliverable[],
  dates: DeliverableDates,
  context: z.RefinementCtx,
): readonly AgreedDeliverable[] {
  if (lists.kind.length === 0) return before
  const rows = filledRows(lists)
  const problem = (field: string, row: number, message: string) =>
    context.addIssue({ code: 'custom', path: [field, row], message })

  if (rows.length === 0) problem('deliverableKind', 0, 'Add at least one deliverable')
  const tooMany = rows[MAX_DELIVERABLES]
  if (tooMany) problem('deliverableKind', tooMany.index, `Add at most ${MAX_DELIVERABLES} deliverables`)
  return rows.flatMap((row) => {
    const checked = checkRow(row, dates)
    if ('message' in checked) problem(checked.field, row.index, checked.message)
    return 'message' in checked ? [] : [checked]
  })
}

/** `index` is the row's place in the form, where blank rows count. */
type Row = { index: number; kind: string; count: string; due: string }

function filledRows({ kind, count, due }: Lists): Row[] {
  return kind
    .map((one, index) => ({
      index,
      kind: one.trim(),
      count: count[index]?.trim() || '1',
      due: due[index]?.trim() ?? '',
    }))
    .filter(({ kind, due }) => kind !== '' || due !== '')
}

type RowProblem = { field: 'deliverableKind' | 'deliverableCount' | 'deliverableDue'; message: string }

function checkRow({ kind, count, due }: Row, dates: DeliverableDates): AgreedDeliverable | RowProblem {
  const known = deliverableKindKeys.find((key) => key === kind)
  if (!known) return { field: 'deliverableKind', message: 'Choose what it is' }
  const howMany = countOf(count)
  if (howMany === null) {
    return { field: 'deliverableCount', message: `Enter how many, from 1 to ${MAX_PER_KIND}` }
  }
  const field = 'deliverableDue'
  if (!isDay(due)) return { field, message: 'Enter a due date' }
  if (due < dates.today) return { field, message: "The due date has passed in the campaign's time zone" }
  if (dates.lastDay && due > dates.lastDay) {
    const lastDay = formatDay(dates.lastDay, dates.today)
    return { field, message: `The due date is after the campaign's last day, ${lastDay}` }
  }
  return { kind: known, count: howMany, dueDate: due }
}
