import { choiceFilter, dayFilter, rare } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { Role, UserStatus } from '../schema.ts'

export const roleNames: Record<Role, string> = {
  influencer: 'Influencer',
  sponsor: 'Sponsor',
  admin: 'Admin',
}

export const statusNames: Record<UserStatus, string> = {
  active: 'Active',
  pending: 'Waiting',
  rejected: 'Rejected',
  suspended: 'Suspended',
  deleting: 'Being deleted',
  deleted: 'Deleted',
}

/** What the list of people can be searched by. `account-index.ts` makes it fast. */
export const peopleSearch = defineSearch({
  filters: {
    role: choiceFilter('Role', { ...roleNames, member: 'Sponsors and influencers' }),
    status: choiceFilter('Status', statusNames),
    confirmed: rare(choiceFilter('E-mail address', { yes: 'Confirmed', no: 'Not confirmed' })),
    flagged: choiceFilter('Flag', { yes: 'Flagged', no: 'Not flagged' }),
    joinedFrom: rare(dayFilter('Joined from (UTC)')),
    joinedUntil: rare(dayFilter('Joined until (UTC)')),
  },
  sorts: {
    newest: 'newest first',
    oldest: 'oldest first',
    seen: 'last seen first',
    unseen: 'longest unseen first',
    name: 'by name',
  },
})

export type PeopleSearch = SearchOf<typeof peopleSearch>
