import type { Viewer } from '../../../platform/http/context.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { type ActiveFilter, ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { ExportLinks } from '../../../ui/data/export-links.tsx'
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
import { dayTexts } from './day-range.ts'
import { type Listing, listingLabels, listings } from './listings.ts'
import type { AdRequestFilters, ListedAdRequest } from './queries.ts'

type Props = { viewer: Viewer; filters: AdRequestFilters; page: Page<ListedAdRequest> }

const REGION = 'ad-requests'
const FORM = 'own-requests'

export const AdRequestListPage = ({ viewer, filters, page }: Props) => (
  <>
    <PageHeader title="Requests" />
    <SearchForm
      id={FORM}
      action={routes.adRequests.index.href()}
      region={REGION}
      label={viewer.role === 'sponsor' ? 'Campaign or influencer' : 'Campaign or sponsor'}
      query={filters.query}
    />
    <AdRequestList viewer={viewer} filters={filters} page={page} />
  </>
)

/** The part of the page that searching, filtering and paging replace. */
export const AdRequestList = ({ viewer, filters, page }: Props) => (
  <Region id={REGION} label="Requests">
    <KeptFields form={FORM} fields={keptOf(filters)} />
    <ListingTabs filters={filters} viewer={viewer} />
    <ActiveFilters filters={activeFiltersOf(filters)} clearHref={hrefOf(withoutFilters(filters))} />
    {page.rows.length > 0 ? (
      <Card>
        <Table caption={listingLabels[filters.listing]} columns={columnsFor(viewer)} rows={page.rows} />
      </Card>
    ) : (
      <Empty viewer={viewer} filters={filters} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next ? hrefOf(filters, page.next) : null}
      firstHref={filters.after ? hrefOf(filters) : null}
    />
    {page.rows.length > 0 ? <ExportLinks kind="ad_requests" href={fileHrefOf(filters)} /> : null}
  </Region>
)

const ListingTabs = ({ filters, viewer }: { filters: AdRequestFilters; viewer: Viewer }) => (
  <Tabs
    label="Which requests"
    region={REGION}
    tabs={listings.map((listing) => ({
      label: listingLabels[listing],
      href: hrefOf({ ...filters, listing }),
      current: listing === filters.listing,
      count: listing === 'mine' && isUnfiltered(filters) ? viewer.awaitingReply : undefined,
    }))}
  />
)

// The viewer's count covers all of their requests.
function isUnfiltered({ query, campaignId, from, until }: AdRequestFilters): boolean {
  return query === '' && campaignId === null && from === null && until === null
}

function activeFiltersOf(filters: AdRequestFilters): ActiveFilter[] {
  const { query } = filters
  const { from, until } = dayTexts(filters)
  return [
    query && { label: `“${query}”`, withoutHref: hrefOf({ ...filters, query: '' }) },
    from && { label: from, withoutHref: hrefOf({ ...filters, from: null }) },
    until && { label: until, withoutHref: hrefOf({ ...filters, until: null }) },
  ].filter((filter) => filter !== null && filter !== '')
}

function withoutFilters(filters: AdRequestFilters): AdRequestFilters {
  return { ...filters, query: '', from: null, until: null }
}

// The fields of the search form's own are not among them.
function keptOf({ listing, campaignId, from, until }: AdRequestFilters) {
  return { listing, campaignId, from, until }
}

function hrefOf({ query, ...filters }: AdRequestFilters, after: string | null = null): string {
  return routes.adRequests.index.href({ query, ...keptOf({ query, ...filters }), after })
}

function fileHrefOf({ query, ...filters }: AdRequestFilters): string {
  return routes.exports.adRequests.href({ query, ...keptOf({ query, ...filters }) })
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

const Empty = ({ viewer, filters }: { viewer: Viewer; filters: AdRequestFilters }) =>
  filters.query ? (
    <NoMatches filters={filters} />
  ) : filters.from || filters.until ? (
    <EmptyState
      title="No requests in these days"
      action={{ label: 'Show all days', href: hrefOf(withoutFilters(filters)) }}
    />
  ) : (
    <EmptyState title={emptyTitles[filters.listing]} action={nextSteps[viewer.role]} />
  )

const nextSteps: Record<Viewer['role'], Link | undefined> = {
  sponsor: { label: 'Find influencers to invite', href: routes.influencers.index.href() },
  influencer: { label: 'Find campaigns', href: routes.campaigns.index.href() },
  admin: undefined,
}

const NoMatches = ({ filters }: { filters: AdRequestFilters }) => (
  <EmptyState
    title={`No requests match “${filters.query}”`}
    action={
      filters.listing === 'all'
        ? { label: 'Show all requests', href: hrefOf(withoutFilters(filters)) }
        : { label: 'Search all your requests', href: hrefOf({ ...filters, listing: 'all' }) }
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
