import * as z from 'zod'
import { queryField } from '../../../platform/forms/query-field.ts'
import { phaseLabels, phases } from '../../campaigns/campaign.ts'

/** The filters of a sponsor's list of campaigns. */
export const campaignFilters = z.object({
  query: queryField,
  state: z.enum(phases).nullable().catch(null).default(null),
})

export type CampaignExportFilters = z.infer<typeof campaignFilters>

export function describeCampaignFilters({ query, state }: CampaignExportFilters): string[] {
  return [...(state ? [phaseLabels[state]] : []), ...(query ? [`“${query}”`] : [])]
}
