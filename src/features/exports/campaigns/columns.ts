import { type CsvColumn, isoMoment, plainAmount } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { categoryLabel, countedDeliverable, nicheLabel, platforms } from '../../../shared/taxonomy.ts'
import { remainingBudget } from '../../ad-requests/ad-request.ts'
import { phaseLabels, phaseOf } from '../../campaigns/campaign.ts'
import type { ExportContext } from '../export-context.ts'
import type { ExportedCampaign } from './queries.ts'

type Row = ExportedCampaign

/** The columns of the file. People build spreadsheets on the headers, so they never change. */
export function campaignColumns({ now, currency, publicUrl }: ExportContext): CsvColumn<Row>[] {
  return [
    { header: 'Campaign ID', value: ({ id }) => id },
    { header: 'Campaign', value: ({ name }) => name },
    { header: 'Sponsor ID', value: ({ sponsorId }) => sponsorId },
    { header: 'Sponsor', value: ({ sponsorName }) => sponsorName },
    { header: 'State', value: (row) => phaseLabels[phaseOf(row, now)] },
    { header: 'Visibility', value: ({ visibility }) => (visibility === 'public' ? 'Public' : 'Private') },
    { header: 'Flagged at', value: ({ flaggedAt }) => isoMoment(flaggedAt) },
    { header: 'Category', value: ({ category }) => category && categoryLabel(category) },
    { header: 'Niche', value: nicheOf },
    { header: 'Platforms', value: (row) => row.platforms.map((key) => platforms[key]).join(', ') },
    { header: 'Wanted deliverables', value: deliverablesOf },
    // Days, in this time zone.
    { header: 'Starts', value: ({ startDate }) => startDate },
    { header: 'Ends', value: ({ endDate }) => endDate },
    { header: 'Time zone', value: ({ timeZone }) => timeZone },
    { header: 'Budget', value: ({ budget }) => plainAmount(budget) },
    { header: 'Committed', value: ({ committed }) => plainAmount(committed) },
    { header: 'Paid', value: ({ paid }) => plainAmount(paid) },
    { header: 'Budget left', value: (row) => plainAmount(remainingBudget(row)) },
    { header: 'Currency', value: () => currency },
    { header: 'Requests', value: ({ requests }) => requests },
    { header: 'Open requests', value: ({ open }) => open },
    { header: 'Agreed requests', value: ({ agreed }) => agreed },
    // Times are in UTC.
    { header: 'Created at', value: ({ createdAt }) => isoMoment(createdAt) },
    { header: 'Published at', value: ({ publishedAt }) => isoMoment(publishedAt) },
    {
      header: 'Link',
      value: ({ id }) => new URL(routes.campaigns.show.href({ campaignId: id }), publicUrl).href,
    },
  ]
}

function nicheOf({ category, niche }: Row): string | null {
  return category && niche ? (nicheLabel(category, niche) ?? niche) : niche
}

function deliverablesOf({ wantedDeliverables }: Row): string {
  return wantedDeliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}
