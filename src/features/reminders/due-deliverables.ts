import type { AdRequestId } from '../../shared/ids.ts'
import { countedDeliverable } from '../../shared/taxonomy.ts'
import { addDays, dayAt } from '../../shared/time.ts'
import type { AgreedTerms } from '../collaborations/terms.ts'

export interface RunningDeal {
  readonly adRequestId: AdRequestId
  readonly campaignName: string
  /** The campaign's. Its days are read in it. */
  readonly timeZone: string
  readonly terms: Pick<AgreedTerms, 'deliverables'>
}

export interface DueDeliverable {
  readonly adRequestId: AdRequestId
  readonly campaignName: string
  /** "2 reels" */
  readonly what: string
  /** `YYYY-MM-DD` */
  readonly dueDate: string
  readonly daysLeft: 'today' | 'tomorrow' | 'in 2 days' | 'in 3 days'
}

const DAYS_LEFT = ['today', 'tomorrow', 'in 2 days', 'in 3 days'] as const

/** What has to be delivered today or within three days, earliest first. */
export function dueDeliverables(deals: readonly RunningDeal[], now: number): DueDeliverable[] {
  return deals
    .flatMap(({ terms, ...deal }) =>
      terms.deliverables.flatMap((deliverable) => dueOf(deal, deliverable, now)),
    )
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1))
}

function dueOf(
  { adRequestId, campaignName, timeZone }: Omit<RunningDeal, 'terms'>,
  { kind, count, dueDate }: AgreedTerms['deliverables'][number],
  now: number,
): DueDeliverable[] {
  const today = dayAt(now, timeZone)
  const daysLeft = DAYS_LEFT.find((_, days) => addDays(today, days) === dueDate)
  if (daysLeft === undefined) return []
  return [{ adRequestId, campaignName, what: countedDeliverable(kind, count), dueDate, daysLeft }]
}
