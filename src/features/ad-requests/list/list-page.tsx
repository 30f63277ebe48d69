import type { Child } from 'hono/jsx'
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
import { AdRequestState } from '../state.tsx'
import type { ListedAdRequest, ListQuery } from './queries.ts'
import type { Listing } from './scan.ts'

type PageProps = { viewer: Viewer; query: ListQuery; children?: Child }

export const AdRequestListPage = ({ viewer, query, children }: PageProps) => (
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
    {children}
  </>
)

type Props = { viewer: Viewer; query: ListQuery; page: Page<ListedAdRequest> }

const REGION = 'ad-requests'
const FORM = 'own-requests'

export const AdRequestList = ({ viewer, query, page }: Props) => (
  <Region id={REGION} label="Requests">
    <KeptFields form={FORM} fields={{ listing: query.listing, campaignId: query.campaignId }} />
    {viewer.role === 'admin' && query.campaignId === null ? null : (
      <ListingTabs query={query} viewer={viewer} />
    )}
    <ActiveFilters filters={filtersOf(query)} clearHref={hrefOf({ ...query, words: '' })} />
    {page.rows.length > 0 ? (
      <Card>
        <Table caption={labels[query.listing]} columns={columnsFor(viewer)} rows={page.rows} />
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
    tabs={(Object.keys(labels) as Listing[]).map((listing) => ({
      label: labels[listing],
      href: hrefOf({ ...query, listing }),
      current: listing === query.listing,
      count: listing === 'mine' && isWhole(query) ? viewer.awaitingReply : undefined,
    }))}
  />
)

const labels: Record<Listing, string> = {
  mine: 'Your move',
  theirs: 'Their move',
  agreed: 'Agreed',
  closed: 'Closed',
  all: 'All',
}

// What the count of the navigation is about.
function isWhole({ words, campaignId }: ListQuery): boolean {
  return words === '' && campaignId === null
}

function filtersOf(query: ListQuery): ActiveFilter[] {
  const { words } = query
  return words ? [{ label: `“${words}”`, withoutHref: hrefOf({ ...query, words: '' }) }] : []
}

function hrefOf({ words, listing, campaignId }: ListQuery, after: string | null = null): string {
  return routes.adRequests.index.href({ words, listing, campaignId: campaignId, after })
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
  <AdRequestState adRequest={row} side={viewer.role === 'admin' ? null : viewer.role} now={useLocale().now} />
)

const ClockCell = ({ row }: { row: ListedAdRequest }) =>
  stateAt(row, useLocale().now) === 'pending' ? (
    <TimeLeft until={row.closesAt} />
  ) : (
    <Time at={row.closesAt} as="date" />
  )

const Empty = ({ viewer, query }: { viewer: Viewer; query: ListQuery }) => {
  const { words, listing } = query
  if (words) return <NoneNamed query={query} />

  const next: Link | undefined =
    viewer.role === 'sponsor'
      ? { label: 'Find influencers to invite', href: routes.influencers.index.href() }
      : viewer.role === 'influencer'
        ? { label: 'Look for campaigns', href: routes.campaigns.index.href() }
        : undefined
  return <EmptyState title={emptyTitles[listing]} action={next} />
}

const NoneNamed = ({ query }: { query: ListQuery }) => {
  const everywhere = query.listing === 'all'
  return (
    <EmptyState
      title={`No request here has “${query.words}” in its names`}
      action={
        everywhere
          ? { label: 'Show all requests', href: hrefOf({ ...query, words: '' }) }
          : { label: 'Look among all of your requests', href: hrefOf({ ...query, listing: 'all' }) }
      }
    >
      The names of the campaign and of the other side have to hold every one of these words: try fewer
      letters.
    </EmptyState>
  )
}

const emptyTitles: Record<Listing, string> = {
  mine: 'Nothing waits for your answer.',
  theirs: 'You wait for nobody.',
  agreed: 'Nothing agreed yet.',
  closed: 'Nothing closed yet.',
  all: 'No requests yet.',
}
