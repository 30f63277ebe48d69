import * as z from 'zod'
import { searchTexts } from '../../../platform/list/search.ts'
import { type OwnCampaignSearch, ownCampaignSearch } from '../../campaigns/list/search.ts'

/** The filters of a sponsor's list of campaigns. A file is always in the order of the ids. */
export const campaignFilters: z.ZodType<OwnCampaignSearch> = z
  .record(z.string(), z.unknown())
  .transform((params) => ({ ...ownCampaignSearch.schema.parse(params), sort: 'newest' }))

export function describeCampaignFilters(search: OwnCampaignSearch): string[] {
  return searchTexts(ownCampaignSearch, search, { without: 'all' })
}
