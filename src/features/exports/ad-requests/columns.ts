import { amountColumns, type CsvColumn, isoMoment, plainAmount } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { countedDeliverable } from '../../../shared/taxonomy.ts'
import { usageRightsText } from '../../../shared/usage-rights.ts'
import { rejectionReasons } from '../../ad-requests/rejection-reasons.ts'
import type { AgreedDeliverable } from '../../ad-requests/schema.ts'
import { stateLabel } from '../../ad-requests/state-badge.tsx'
import type { ExportContext } from '../export-context.ts'
import type { ExportedAdRequest } from './queries.ts'

type Row = ExportedAdRequest

/** The columns of the file. People build spreadsheets on the headers, so they never change. */
export function adRequestColumns({ owner, now, currency, publicUrl }: ExportContext): CsvColumn<Row>[] {
  const side = owner.role === 'admin' ? null : owner.role
  return [
    { header: 'Request ID', value: ({ id }) => id },
    { header: 'Campaign ID', value: ({ campaignId }) => campaignId },
    { header: 'Campaign', value: ({ campaignName }) => campaignName },
    { header: 'Sponsor ID', value: ({ sponsorId }) => sponsorId },
    { header: 'Sponsor', value: ({ sponsorName }) => sponsorName },
    { header: 'Influencer ID', value: ({ influencerId }) => influencerId },
    { header: 'Influencer', value: ({ influencerName }) => influencerName },
    { header: 'State', value: (row) => stateLabel(row, side, now) },
    { header: 'Opened by', value: ({ origin }) => (origin === 'invitation' ? 'Sponsor' : 'Influencer') },
    ...amountColumns<Row>('Latest offer', ({ paymentAmount }) => paymentAmount, currency),
    { header: 'First offer', value: ({ firstAmount }) => plainAmount(firstAmount) },
    { header: 'Offers', value: ({ offerNumber }) => offerNumber },
    { header: 'Deliverables', value: ({ deliverables }) => deliverablesText(deliverables ?? []) },
    { header: 'Usage rights', value: usageRightsOf },
    { header: 'Requirements', value: ({ requirements }) => requirements },
    // Times are in UTC.
    { header: 'Opened at', value: ({ createdAt }) => isoMoment(createdAt) },
    { header: 'Latest offer at', value: ({ latestOfferAt }) => isoMoment(latestOfferAt) },
    { header: 'Answered at', value: (row) => isoMoment(answeredAt(row)) },
    // When the latest offer expires, or when the request was closed.
    { header: 'Closes at', value: ({ closesAt }) => isoMoment(closesAt) },
    { header: 'Rejection reason', value: reasonOf },
    { header: 'Rejection comment', value: ({ rejectionComment }) => rejectionComment },
    // Days, also those of the deliverables, are in this time zone.
    { header: 'Campaign starts', value: ({ startDate }) => startDate },
    { header: 'Campaign ends', value: ({ endDate }) => endDate },
    { header: 'Time zone', value: ({ timeZone }) => timeZone },
    { header: 'Flagged at', value: ({ flaggedAt }) => isoMoment(flaggedAt) },
    {
      header: 'Link',
      value: ({ id }) => new URL(routes.adRequests.show.href({ adRequestId: id }), publicUrl).href,
    },
  ]
}

/** "2 reels (due 2026-11-20), 1 story (due 2026-11-25)". */
function deliverablesText(deliverables: readonly AgreedDeliverable[]): string {
  return deliverables
    .map(({ kind, count, dueDate }) => `${countedDeliverable(kind, count)} (due ${dueDate})`)
    .join(', ')
}

function usageRightsOf({ usageChannels, usageMonths }: Row): string | null {
  return usageChannels && usageMonths !== null ? usageRightsText({ usageChannels, usageMonths }) : null
}

/** When the request was accepted or rejected. Nobody answers one that was withdrawn or expired. */
function answeredAt({ state, closesAt }: Row): number | null {
  return state === 'accepted' || state === 'rejected' ? closesAt : null
}

function reasonOf({ rejectionReason }: Row): string | null {
  return rejectionReason && rejectionReasons[rejectionReason]
}
