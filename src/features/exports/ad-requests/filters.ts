import * as z from 'zod'
import { queryField } from '../../../platform/forms/query-field.ts'
import { optionalId } from '../../../platform/http/validate.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { listingLabels, listings } from '../../ad-requests/list/listings.ts'

/** The filters of the list of requests. */
export const adRequestFilters = z.object({
  query: queryField,
  listing: z.enum(listings).catch('all').default('all'),
  campaignId: optionalId<CampaignId>(),
})

export type AdRequestExportFilters = z.infer<typeof adRequestFilters>

export function describeAdRequestFilters({ query, listing, campaignId }: AdRequestExportFilters): string[] {
  return [
    ...(listing === 'all' ? [] : [listingLabels[listing]]),
    ...(campaignId ? [`Campaign ${campaignId}`] : []),
    ...(query ? [`“${query}”`] : []),
  ]
}
