import { choiceFilter, dayFilter, idFilter, rare } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { answerFilters } from '../rows/answers.ts'
import { decidedLabel } from '../rows/decided.ts'
import { closedStateLabels } from '../schema.ts'

export const originNames = { invitation: 'Invitation', application: 'Application' } as const

/** What the admins' list of ad requests can be searched by. */
export const adminAdRequestSearch = defineSearch({
  filters: {
    state: choiceFilter('State', { pending: 'Open', ...closedStateLabels, ...decidedLabel }),
    turn: choiceFilter('Waiting for', { sponsor: 'The sponsor', influencer: 'The influencer' }),
    origin: rare(choiceFilter('Began as', originNames)),
    flagged: choiceFilter('Flag', { yes: 'Flagged', no: 'Not flagged' }),
    sentFrom: rare(dayFilter('Sent from (UTC)')),
    sentUntil: rare(dayFilter('Sent until (UTC)')),
    ...answerFilters,
    endedFrom: rare(dayFilter('Ended from (UTC)')),
    endedUntil: rare(dayFilter('Ended until (UTC)')),
    campaign: idFilter<CampaignId>('Campaign'),
    sponsor: idFilter<UserId>('Sponsor'),
    influencer: idFilter<UserId>('Influencer'),
  },
  sorts: {
    newest: 'newest first',
    oldest: 'oldest first',
    amount: 'largest amount first',
    closing: 'closing soon first',
  },
})

export type AdminAdRequestSearch = SearchOf<typeof adminAdRequestSearch>
