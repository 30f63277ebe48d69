import { routes } from '../../../routes.ts'
import { timeLeft } from '../../../shared/format.ts'
import { dayAt } from '../../../shared/time.ts'
import type { Link } from '../../../ui/layout/link.ts'
import { defineList, type List } from '../../../ui/list/list.ts'
import { type Locale, useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { dayText, Time, TimeLeft } from '../../../ui/values/time.tsx'
import { stateAt } from '../ad-request.ts'
import { originNames } from '../all/filters.ts'
import type { Side } from '../offer.ts'
import type { ListedAdRequest } from '../rows/select.ts'
import { AdRequestStateBadge } from '../state-badge.tsx'
import type { Listing } from './listings.ts'
import { ownRequestSource } from './queries.ts'
import { type OwnRequestSearch, ownRequestSearch } from './search.ts'

/** The lists of their own requests, by whose they are. */
export const requestLists: Record<Side, List<ListedAdRequest, OwnRequestSearch>> = {
  sponsor: requestList('sponsor', {
    searchLabel: 'Campaign or influencer',
    emptyText:
      'Invite influencers to a campaign. Their applications to your public campaigns also appear here.',
    nextStep: { label: 'Find influencers to invite', href: routes.influencers.index.href() },
    nameOf: ({ influencerName }) => influencerName,
    noteOf: ({ campaignName }) => campaignName,
  }),
  influencer: requestList('influencer', {
    searchLabel: 'Campaign or sponsor',
    emptyText: 'Apply to a public campaign. Invitations from sponsors also appear here.',
    nextStep: { label: 'Find campaigns', href: routes.campaigns.index.href() },
    nameOf: ({ campaignName }) => campaignName,
    noteOf: ({ sponsorName }) => sponsorName,
  }),
}

interface Wording {
  readonly searchLabel: string
  /** How requests get into the list. */
  readonly emptyText: string
  /** What to do if there are no requests yet. */
  readonly nextStep: Link
  readonly nameOf: (row: ListedAdRequest) => string
  readonly noteOf: (row: ListedAdRequest) => string
}

function requestList(side: Side, { searchLabel, emptyText, nextStep, nameOf, noteOf }: Wording) {
  return defineList<ListedAdRequest, OwnRequestSearch>({
    name: 'ad-requests',
    title: 'Requests',
    noun: ['request', 'requests'],
    route: routes.adRequests.index,
    search: ownRequestSearch,
    searchLabel,
    source: ownRequestSource,
    rowId: ({ id }) => id,
    rowLabel: nameOf,
    keyIn,
    empty: ({ listing }) => ({
      title: emptyTitles[listing],
      text: emptyText,
      action: nextStep,
      hint: 'The names of the campaign and the other side must contain every word you typed. Try fewer words, or just part of a word.',
      ...(listing === 'all'
        ? {}
        : { elsewhere: { label: 'Search all your requests', changes: { listing: 'all' } } }),
    }),
    chipText: (filter, [row]) => (filter === 'campaignId' && row ? row.campaignName : undefined),
    file: { kind: 'ad_requests', href: fileHrefOf },
    columns: [
      {
        key: 'request',
        header: 'Request',
        small: 'title',
        cell: (row) => (
          <div>
            <a href={routes.adRequests.show.href({ adRequestId: row.id })} dir="auto">
              {nameOf(row)}
            </a>
            <div class="person-note" dir="auto">
              {noteOf(row)}
            </div>
          </div>
        ),
      },
      {
        key: 'state',
        header: 'State',
        cell: (row) => <AdRequestStateBadge adRequest={row} side={side} now={useLocale().now} />,
      },
      {
        key: 'origin',
        header: 'Began as',
        isHiddenByDefault: true,
        cell: ({ origin }) => originNames[origin],
      },
      {
        key: 'offers',
        header: 'Offers',
        align: 'end',
        isHiddenByDefault: true,
        cell: ({ offerNumber }) => offerNumber,
      },
      {
        key: 'amount',
        header: 'Latest offer',
        align: 'end',
        small: 'value',
        sort: { descending: 'amount', ascending: 'smallest' },
        cell: ({ paymentAmount }) => <Money cents={paymentAmount} />,
      },
      {
        key: 'time',
        header: 'Closing time',
        align: 'end',
        sort: { ascending: 'closing' },
        cell: (row) =>
          stateAt(row, useLocale().now) === 'pending' ? (
            <TimeLeft until={row.closesAt} />
          ) : (
            <Time at={row.closesAt} as="date" />
          ),
      },
      {
        key: 'sent',
        header: 'Sent',
        align: 'end',
        sort: { descending: 'newest', ascending: 'oldest' },
        cell: ({ createdAt }) => dayText(createdAt, useLocale()),
      },
    ],
  })
}

// Days of this year have no year, where the viewer is. The state and the time left change by the clock.
function keyIn({ now, timeZone }: Locale): (row: ListedAdRequest) => string {
  const viewer = `${timeZone} ${dayAt(now, timeZone)}`
  return ({ startedAt, ...row }) => `${viewer} ${timeLeft(row.closesAt, now)} ${JSON.stringify(row)}`
}

// The file always names its tab, because without one it has all requests.
function fileHrefOf(search: OwnRequestSearch): string {
  return routes.exports.adRequests.href({
    ...ownRequestSearch.toParams(search),
    listing: search.listing,
    sort: null,
  })
}

const emptyTitles: Record<Listing, string> = {
  mine: 'You have no offers to answer',
  theirs: 'No offers are waiting for a reply',
  agreed: 'No agreements yet',
  closed: 'No closed requests yet',
  all: 'No requests yet',
}
