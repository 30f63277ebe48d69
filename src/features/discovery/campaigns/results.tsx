import type { FormState } from '../../../platform/forms/form.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { dayAt } from '../../../shared/time.ts'
import { type ActiveFilter, ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { KeptTable } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import type { Locale } from '../../../ui/values/locale.ts'
import { timingText } from '../../campaigns/schedule.ts'
import { NothingFound } from '../nothing-found.tsx'
import type { RelaxedFilter } from '../relaxed-filters.ts'
import { SaveSearch } from '../save-search-form.tsx'
import { campaignColumns } from './columns.tsx'
import type { CampaignSearch, CampaignSort } from './filters.ts'
import { campaignSearchHref } from './forms.ts'
import type { FoundCampaign } from './queries.ts'
import { CampaignSearchForm } from './search-form.tsx'

type Props = {
  found: Page<FoundCampaign>
  search: CampaignSearch
  filters: readonly ActiveFilter[]
  /** For a search that finds nothing. */
  suggestions: readonly RelaxedFilter[]
  form: FormState
  isFirst: boolean
  maySave: boolean
}

const REGION = 'campaigns'

export const CampaignSearchPage = (props: Props) => (
  <>
    <PageHeader title="Campaigns" subtitle="Open to every influencer." />
    <CampaignSearchForm form={props.form} region={REGION} />
    <CampaignResults {...props} />
  </>
)

/** The part of the page that searching and paging replace. */
export const CampaignResults = (props: Props) => {
  const { found, search, filters, form, isFirst, maySave } = props
  return (
    <Region id={REGION} label="Campaigns found">
      <FormErrors errors={form.errors} summary={ignoredFilters(form)} />
      <div class="results-head">
        <ActiveFilters filters={filters} clearHref={routes.campaigns.index.href()} />
        {maySave ? <SaveSearch href={campaignSearchHref(search)} filters={filters} /> : null}
      </div>
      {found.rows.length > 0 ? (
        <Card>
          <KeptTable
            caption={captionOf(props)}
            showCaption
            columns={campaignColumns}
            rows={found.rows}
            of={campaignColumns}
            keyIn={keyIn}
          />
        </Card>
      ) : (
        <NoneFound {...props} />
      )}
      <MorePager
        region={REGION}
        appendTo="tbody"
        nextHref={found.next && campaignSearchHref(search, found.next)}
        firstHref={isFirst ? null : campaignSearchHref(search)}
      />
    </Region>
  )
}

// Days of this year have no year, where the viewer is. The time left changes at midnight, where the campaign is.
function keyIn({ now, timeZone }: Locale): (campaign: FoundCampaign) => string {
  const viewer = `${timeZone} ${dayAt(now, timeZone)}`
  return (campaign) => `${viewer} ${timingText(campaign, now)} ${JSON.stringify(campaign)}`
}

function ignoredFilters({ errors }: FormState): string | undefined {
  return Object.keys(errors).length > 0 ? 'These filters were ignored:' : undefined
}

/** Rows are added below the caption, so it only counts them if these are all. */
function captionOf({ found, search, isFirst }: Props): string {
  const howMany = found.next ? 'Campaigns' : counted(found.rows.length, 'campaign')
  return `${isFirst ? howMany : 'More campaigns'}, ${sortTexts[search.sort]}`
}

const sortTexts: Record<CampaignSort, string> = {
  relevance: 'best match first',
  newest: 'newest first',
  budget: 'highest budget first',
  ending: 'ending soonest first',
}

const NoneFound = ({ isFirst, filters, suggestions }: Props) => {
  const all = { label: 'Show all campaigns', href: routes.campaigns.index.href() }
  if (!isFirst) return <EmptyState title="No more campaigns" action={all} />
  if (filters.length > 0) {
    return <NothingFound title="No campaigns match all filters" all={all} suggestions={suggestions} />
  }
  return (
    <EmptyState title="No open campaigns right now">
      Sponsors publish new campaigns all the time. Check back soon.
    </EmptyState>
  )
}
