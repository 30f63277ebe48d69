import { routes } from '../../../routes.ts'
import { peopleSearch } from '../../accounts/people/filters.ts'
import { people, type UserRow } from '../../accounts/people/queries.ts'
import { stateAt } from '../../ad-requests/ad-request.ts'
import { adminAdRequestSearch } from '../../ad-requests/all/filters.ts'
import { adminAdRequests } from '../../ad-requests/all/queries.ts'
import type { FlaggableAdRequest } from '../../ad-requests/rows/select.ts'
import { adminCampaignSearch } from '../../campaigns/all/filters.ts'
import { adminCampaigns } from '../../campaigns/all/queries.ts'
import { rowsOfList } from '../rows-of-list.ts'
import { flagKinds } from './flag-kinds.tsx'

export const peopleRows = rowsOfList({
  source: people,
  search: peopleSearch,
  nameOf: ({ title }) => title,
})

export const flagsOfPeople = flagKinds<UserRow>({
  listHref: routes.admin.users.href(),
  things: { one: 'person', many: 'people' },
  rows: peopleRows,
  flaggable: ({ id, title, role }) => ({
    thing: { subject: 'user', id },
    title,
    ownerId: id,
    ownerRole: role,
  }),
  ownerRole: ({ role }) => role,
  whyNot({ role, status }) {
    if (role === 'admin') return 'Is an admin'
    return status === 'deleted' ? 'Has been deleted' : null
  },
})

export const flagsOfCampaigns = flagKinds({
  listHref: routes.admin.campaigns.href(),
  things: { one: 'campaign', many: 'campaigns' },
  rows: rowsOfList({ source: adminCampaigns, search: adminCampaignSearch, nameOf: ({ name }) => name }),
  flaggable: ({ id, name, sponsorId }) => ({
    thing: { subject: 'campaign', id },
    title: name,
    ownerId: sponsorId,
    ownerRole: 'sponsor',
  }),
  ownerRole: () => 'sponsor',
  whyNot: () => null,
})

export const flagsOfAdRequests = flagKinds<FlaggableAdRequest>({
  listHref: routes.admin.adRequests.href(),
  things: { one: 'ad request', many: 'ad requests' },
  rows: rowsOfList({ source: adminAdRequests, search: adminAdRequestSearch, nameOf: nameOfRequest }),
  // It belongs to the side that made the latest offer, as in `flaggable.ts`.
  flaggable: (row) => ({
    thing: { subject: 'ad_request', id: row.id },
    title: nameOfRequest(row),
    ownerId: row.turn === 'sponsor' ? row.influencerId : row.sponsorId,
    ownerRole: row.turn === 'sponsor' ? 'influencer' : 'sponsor',
  }),
  ownerRole: ({ sponsorId }, { ownerId }) => (ownerId === sponsorId ? 'sponsor' : 'influencer'),
  whyNot: (row, seenAt) => (stateAt(row, seenAt) === 'pending' ? null : 'Closed'),
})

function nameOfRequest({ campaignName, influencerName }: FlaggableAdRequest): string {
  return `${campaignName} × ${influencerName}`
}
