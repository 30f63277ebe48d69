import type { FormState } from '../../../platform/forms/form.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { type ActiveFilter, ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { KeptTable } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { NothingFound } from '../nothing-found.tsx'
import type { RelaxedFilter } from '../relaxed-filters.ts'
import { SaveSearch } from '../save-search-form.tsx'
import { influencerColumns } from './columns.tsx'
import type { InfluencerSearch, InfluencerSort } from './filters.ts'
import { searchHref } from './forms.ts'
import type { FoundInfluencer } from './queries.ts'
import { InfluencerSelection, selectColumn } from './selection.tsx'

export type ResultsProps = {
  found: Page<FoundInfluencer>
  search: InfluencerSearch
  filters: readonly ActiveFilter[]
  /** For a search that finds nothing. */
  suggestions: readonly RelaxedFilter[]
  form: FormState
  isFirst: boolean
  mayInvite: boolean
}

export const REGION = 'influencers'

/** The part of the page that searching and paging replace. */
export const InfluencerResults = (props: ResultsProps) => {
  const { found, search, filters, form, isFirst, mayInvite } = props
  return (
    <Region id={REGION} label="Influencers found">
      <FormErrors errors={form.errors} summary={ignoredFilters(form)} />
      <div class="results-head">
        <ActiveFilters filters={filters} clearHref={routes.influencers.index.href()} />
        {mayInvite ? <SaveSearch href={searchHref(search)} filters={filters} /> : null}
      </div>
      {found.rows.length > 0 ? (
        <Card>
          <KeptTable
            caption={captionOf(props)}
            showCaption
            columns={[...influencerColumns(search), ...(mayInvite ? [selectColumn] : [])]}
            rows={found.rows}
            of={influencerColumns}
            keyIn={() => JSON.stringify}
          />
        </Card>
      ) : (
        <NobodyFound {...props} />
      )}
      <MorePager
        region={REGION}
        appendTo="tbody"
        nextHref={found.next && searchHref(search, found.next)}
        firstHref={isFirst ? null : searchHref(search)}
      />
      {mayInvite && found.rows.length > 0 ? <InfluencerSelection /> : null}
    </Region>
  )
}

function ignoredFilters({ errors }: FormState): string | undefined {
  return Object.keys(errors).length > 0 ? 'These filters were ignored:' : undefined
}

/** Rows are added below the caption, so it only counts them if these are all. */
function captionOf({ found, search, isFirst }: ResultsProps): string {
  const howMany = found.next ? 'Influencers' : counted(found.rows.length, 'influencer')
  return `${isFirst ? howMany : 'More influencers'}, ${sortTexts[search.sort]}`
}

const sortTexts: Record<InfluencerSort, string> = {
  relevance: 'best match first',
  reach: 'highest reach first',
  followers: 'most followers first',
  engagement: 'highest engagement first',
  rating: 'highest rated first',
  price: 'lowest price first',
  newest: 'newest first',
}

const NobodyFound = ({ isFirst, filters, suggestions }: ResultsProps) => {
  const all = { label: 'Show all influencers', href: routes.influencers.index.href() }
  if (!isFirst) return <EmptyState title="No more influencers" action={all} />
  if (filters.length > 0) {
    return <NothingFound title="No influencers match all filters" all={all} suggestions={suggestions} />
  }
  return <EmptyState title="No influencers yet">New influencers appear here when they sign up.</EmptyState>
}
