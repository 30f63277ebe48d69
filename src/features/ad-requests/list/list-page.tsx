import type { Viewer } from '../../../platform/http/context.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { type ActiveFilter, ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { KeptFields, SearchForm } from '../../../ui/forms/search-form.tsx'
import type { Link } from '../../../ui/layout/link.ts'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Time, TimeLeft } from '../../../ui/values/time.tsx'
import { stateAt } from '../ad-request.ts'
import { AdRequestStateBadge } from '../state-badge.tsx'
import { type Listing, listingLabels, listings } from './listings.ts'
import type { ListedAdRequest, ListQuery } from './queries.ts'

type Props = { viewer: Viewer; query: ListQuery; page: Page<ListedAdRequest> }

const REGION = 'ad-requests'
const FORM = 'own-requests'

export const AdRequestListPage = ({ viewer, query, page }: Props) => (
  <>
    <PageHeader title="Requests" />
    {viewer.role === 'admin' ? null : (
      <SearchForm
        id={FORM}
        action={routes.adRequests.index.href()}
        region={REGION}
        label={viewer.role === 'sponsor' ? 'Campaign or influencer' : 'Campaign or sponsor'}
        words={query.words}
      />
    )}
    <AdRequestList viewer={viewer} query={query} page={page} />
  </>
)

/** The part of the page that searching, filtering and paging replace. */
export const AdRequestList = ({ viewer, query, page }: Props) => (
  <Region id={REGION} label="Requests">
    <KeptFields form={FORM} fields={{ listing: query.listing, campaignId: query.campaignId }} />
    {viewer.role === 'admin' && query.campaignId === null ? null : (
      <ListingTabs query={query} viewer={viewer} />
    )}
    <ActiveFilters filters={filtersOf(query)} clearHref={hrefOf({ ...query, words: '' })} />
    {page.rows.length > 0 ? (
      <Card>
        <Table caption={listingLabels[query.listing]} columns={columnsFor(viewer)} rows={page.rows} />
      </Card>
    ) : (
      <Empty viewer={viewer} query={query} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next ? hrefOf(query, page.next) : null}
      firstHref={query.after ? hrefOf(query) : null}
    />
  </Region>
)

const ListingTabs = ({ query, viewer }: { query: ListQuery; viewer: Viewer }) => (
  <Tabs
    label="Which requests"
    region={REGION}
    tabs={listings.map((listing) => ({
      label: listingLabels[listing],
      href: hrefOf({ ...query, listing }),
      current: listing === query.listing,
      count: listing === 'mine' && isUnfiltered(query) ? viewer.awaitingReply : undefined,
    }))}
  />
)

// The viewer's count covers all of their requests.
function isUnfiltered({ words, campaignId }: ListQuery): boolean {
  return words === '' && campaignId === null
}

function filtersOf(query: ListQuery): ActiveFilter[] {
  const { words } = query
  return words ? [{ label: `“${words}”`, withoutHref: hrefOf({ ...query, words: '' }) }] : []
}

function hrefOf({ words, listing, campaignId }: ListQuery, after: string | null = null): string {
  return routes.adRequests.index.href({ words, listing, campaignId, after })
}

function columnsFor(viewer: Viewer): Column<ListedAdRequest>[] {
  return [
    { header: 'Request', small: 'title', cell: (row) => <RequestCell row={row} viewer={viewer} /> },
    {
      header: 'Latest offer',
      align: 'end',
      small: 'value',
      cell: (row) => <Money cents={row.paymentAmount} />,
    },
    { header: 'State', cell: (row) => <StateCell row={row} viewer={viewer} /> },
    { header: 'Time', align: 'end', cell: (row) => <ClockCell row={row} /> },
  ]
}

const RequestCell = ({ row, viewer }: { row: ListedAdRequest; viewer: Viewer }) => (
  <div>
    <a href={routes.adRequests.show.href({ adRequestId: row.id })}>
      {viewer.role === 'influencer' ? row.campaignName : row.influencerName}
    </a>
    <div class="person-note">{viewer.role === 'influencer' ? row.sponsorName : row.campaignName}</div>
  </div>
)

const StateCell = ({ row, viewer }: { row: ListedAdRequest; viewer: Viewer }) => (
  <AdRequestStateBadge
    adRequest={row}
    side={viewer.role === 'admin' ? null : viewer.role}
    now={useLocale().now}
  />
)

const ClockCell = ({ row }: { row: ListedAdRequest }) =>
  stateAt(row, useLocale().now) === 'pending' ? (
    <TimeLeft until={row.closesAt} />
  ) : (
    <Time at={row.closesAt} as="date" />
  )

const Empty = ({ viewer, query }: { viewer: Viewer; query: ListQuery }) =>
  query.words ? (
    <NoMatches query={query} />
  ) : (
    <EmptyState title={emptyTitles[query.listing]} action={nextSteps[viewer.role]} />
  )

const nextSteps: Record<Viewer['role'], Link | undefined> = {
  sponsor: { label: 'Find influencers to invite', href: routes.influencers.index.href() },
  influencer: { label: 'Find campaigns', href: routes.campaigns.index.href() },
  admin: undefined,
}

const NoMatches = ({ query }: { query: ListQuery }) => (
  <EmptyState
    title={`No requests match “${query.words}”`}
    action={
      query.listing === 'all'
        ? { label: 'Show all requests', href: hrefOf({ ...query, words: '' }) }
        : { label: 'Search all your requests', href: hrefOf({ ...query, listing: 'all' }) }
    }
  >
    The names of the campaign and the other side must contain every word you typed. Try fewer words, or just
    part of a word.
  </EmptyState>
)

const emptyTitles: Record<Listing, string> = {
  mine: 'You have no offers to answer',
  theirs: 'No offers are waiting for a reply',
  agreed: 'No agreements yet',
  closed: 'No closed requests yet',
  all: 'No requests yet',
}
