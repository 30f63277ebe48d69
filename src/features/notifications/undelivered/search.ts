import { choiceFilter, idFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type Channel, channelKeys, channels } from '../channels.ts'

export const undeliveredStates = { failed: 'Failed, tried again', dead: 'Given up' } as const

const channelNames = Object.fromEntries(
  channelKeys.map((channel) => [channel, channels[channel].label]),
) as Record<Channel, string>

/** What the list of undelivered messages can be searched by. */
export const undeliveredSearch = defineSearch({
  filters: {
    state: choiceFilter('State', undeliveredStates),
    channel: choiceFilter('Sent by', channelNames),
    account: idFilter<UserId>('Account'),
  },
  sorts: { newest: 'newest first', oldest: 'oldest first' },
})

export type UndeliveredSearch = SearchOf<typeof undeliveredSearch>
