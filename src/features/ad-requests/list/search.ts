import {
  choiceFilter,
  dayFilter,
  idFilter,
  type ListFilter,
  rare,
  tabFilter,
} from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { originNames } from '../all/filters.ts'
import { answerFilters } from '../rows/answers.ts'
import { decidedLabel } from '../rows/decided.ts'
import { closedStateLabels } from '../schema.ts'
import { listingLabels } from './listings.ts'

const { rejected, withdrawn, expired } = closedStateLabels

const oneCampaign: ListFilter<CampaignId | null> = {
  ...idFilter<CampaignId>('Campaign'),
  say: () => 'One campaign',
}

/** What a sponsor's or an influencer's own list of requests can be searched by. Days are in UTC, as on dashboards. */
export const ownRequestSearch = defineSearch({
  filters: {
    listing: tabFilter('Which requests', listingLabels, 'mine'),
    result: rare(choiceFilter('Closed as', { rejected, withdrawn, expired, ...decidedLabel })),
    origin: rare(choiceFilter('Began as', originNames)),
    sentFrom: rare(dayFilter('Sent from (UTC)')),
    sentUntil: rare(dayFilter('Sent until (UTC)')),
    ...answerFilters,
    endedFrom: rare(dayFilter('Ended from (UTC)')),
    endedUntil: rare(dayFilter('Ended until (UTC)')),
    campaignId: oneCampaign,
  },
  sorts: {
    closing: 'nearest closing time first',
    newest: 'newest first',
    oldest: 'oldest first',
    amount: 'largest amount first',
    smallest: 'smallest amount first',
  },
})

export type OwnRequestSearch = SearchOf<typeof ownRequestSearch>

/** All requests, without any filter. */
export const allOwnRequests: OwnRequestSearch = ownRequestSearch.schema.parse({ listing: 'all' })
