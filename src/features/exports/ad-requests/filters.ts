import * as z from 'zod'
import { queryField } from '../../../platform/forms/query-field.ts'
import { optionalId } from '../../../platform/http/validate.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { dayRange, dayTexts } from '../../ad-requests/list/day-range.ts'
import { listingLabels, listings } from '../../ad-requests/list/listings.ts'

/** The filters of the list of requests. */
export const adRequestFilters = z.object({
  query: queryField,
  listing: z.enum(listings).catch('all').default('all'),
  campaignId: optionalId<CampaignId>(),
  ...dayRange,
})

export type AdRequestExportFilters = z.infer<typeof adRequestFilters>

export function describeAdRequestFilters(filters: AdRequestExportFilters): string[] {
  const { query, listing, campaignId } = filters
  const { from, until } = dayTexts(filters)
  return [
    ...(listing === 'all' ? [] : [listingLabels[listing]]),
    ...(campaignId ? [`Campaign ${campaignId}`] : []),
    ...[from, until].filter((text) => text !== null),
    ...(query ? [`“${query}”`] : []),
  ]
}
