import type { Page } from '../http/paging.ts'
import { routes } from '../routes.ts'
import { ActiveFilters } from '../ui/active-filters.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty.tsx'
import { SubmitButton } from '../ui/form.tsx'
import { MorePager } from '../ui/pager.tsx'
import { Region } from '../ui/region.tsx'
import { Table } from '../ui/table.tsx'
import { INVITE_FORM, influencerColumns, inviteColumn } from './influencer-columns.tsx'
import { activeFilters, type InfluencerFilters, searchHref } from './influencer-filters.ts'
import type { FoundInfluencer } from './influencer-store.ts'

export type ResultsProps = {
  found: Page<FoundInfluencer>
  filters: InfluencerFilters
  isFirst: boolean
  mayInvite: boolean
}

export const REGION = 'influencers'

/** What a search found, with the filters that made it: the part that is replaced while typing. */
export const InfluencerResults = ({ found, filters, isFirst, mayInvite }: ResultsProps) => (
  <Region id={REGION} label="Influencers found">
    <ActiveFilters filters={activeFilters(filters)} clearHref={routes.influencers.index.href()} />
    {found.rows.length > 0 ? (
      <>
        <Card>
          <Table
            caption={filters.words ? 'By name' : 'The largest reach first'}
            showCaption
            columns={mayInvite ? [...influencerColumns, inviteColumn] : influencerColumns}
            rows={found.rows}
          />
        </Card>
        {mayInvite ? <InviteSelected /> : null}
      </>
    ) : (
      <NobodyFound filters={filters} isFirst={isFirst} />
    )}
    <MorePager
      region={REGION}
      nextHref={found.next && searchHref(filters, found.next)}
      firstHref={isFirst ? null : searchHref(filters)}
    />
  </Region>
)

// The boxes stand in the table and name this form, so that one press takes all that are ticked.
const InviteSelected = () => (
  <form id={INVITE_FORM} action={routes.adRequests.new.href()} method="get" class="actions">
    <SubmitButton tone="outline">Invite selected</SubmitButton>
  </form>
)

const NobodyFound = ({ filters, isFirst }: Pick<ResultsProps, 'filters' | 'isFirst'>) => {
  const all = { label: 'Show all influencers', href: routes.influencers.index.href() }
  if (!isFirst) return <EmptyState title="There are no more" action={all} />
  if (activeFilters(filters).length === 0) {
    return <EmptyState title="No influencers yet">As soon as somebody signs up, they are here.</EmptyState>
  }
  return (
    <EmptyState title="Nobody fits all of this" action={all}>
      {loosen(filters)}
    </EmptyState>
  )
}

function loosen(filters: InfluencerFilters): string {
  const rest = filters.category || filters.platform ? ' Or take a filter above away.' : ''
  return filters.words
    ? `A name or username has to begin with “${filters.words}”: try fewer letters.${rest}`
    : 'Take one of the filters above away.'
}
