import { routes } from '../../../routes.ts'
import { type ActiveFilter, ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { ExportLinks } from '../../../ui/data/export-links.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { KeptFields, SearchForm } from '../../../ui/forms/search-form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import { phaseLabels, phases } from '../campaign.ts'
import { OwnCampaignRow } from './campaign-row.tsx'
import type { OwnCampaignFilters, OwnCampaigns } from './queries.ts'

type Props = { list: OwnCampaigns; filters: OwnCampaignFilters }

const REGION = 'campaigns'
const FORM = 'own-campaigns'

export const OwnCampaignsPage = (props: Props) => (
  <>
    <PageHeader
      title="Campaigns"
      aside={
        <>
          <a href={routes.reports.index.href()}>Reports</a>
          <ButtonLink tone="primary" href={routes.campaigns.new.href()}>
            New campaign
          </ButtonLink>
        </>
      }
    />
    {props.list.counts.all > 0 || props.filters.query ? (
      <SearchForm
        id={FORM}
        action={routes.campaigns.index.href()}
        region={REGION}
        label="Name"
        query={props.filters.query}
      />
    ) : null}
    <OwnCampaignList {...props} />
  </>
)

/** The part of the page that searching, filtering and paging replace. */
export const OwnCampaignList = ({ list: { page, counts }, filters }: Props) => (
  <Region id={REGION} label="Campaigns">
    <KeptFields form={FORM} fields={{ state: filters.phase }} />
    {counts.all > 0 ? <PhaseTabs counts={counts} filters={filters} /> : null}
    <ActiveFilters filters={activeFiltersOf(filters)} clearHref={routes.campaigns.index.href()} />
    {page.rows.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {page.rows.map((campaign) => (
            <OwnCampaignRow campaign={campaign} />
          ))}
        </ul>
      </Card>
    ) : (
      <Empty filters={filters} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next ? hrefOf(filters, page.next) : null}
      firstHref={filters.after ? hrefOf(filters) : null}
    />
    {page.rows.length > 0 ? (
      <ExportLinks
        kind="campaigns"
        href={routes.exports.campaigns.href({ query: filters.query, state: filters.phase })}
      />
    ) : null}
  </Region>
)

type TabsProps = { counts: OwnCampaigns['counts']; filters: OwnCampaignFilters }

const PhaseTabs = ({ counts, filters }: TabsProps) => (
  <Tabs
    label="Campaigns by state"
    region={REGION}
    tabs={[null, ...phases]
      .filter((phase) => phase === null || counts[phase] > 0 || phase === filters.phase)
      .map((phase) => ({
        label: phase === null ? 'All' : phaseLabels[phase],
        href: hrefOf({ ...filters, phase }),
        current: phase === filters.phase,
        count: counts[phase ?? 'all'],
      }))}
  />
)

const Empty = ({ filters }: { filters: OwnCampaignFilters }) => {
  if (filters.after) return <EmptyState title="No more campaigns" action={showAll} />
  if (filters.query) return <NoMatches filters={filters} />
  if (filters.phase) {
    return <EmptyState title={`No ${phaseLabels[filters.phase].toLowerCase()} campaigns`} action={showAll} />
  }
  return (
    <EmptyState
      title="No campaigns yet"
      action={{ label: 'Create your first campaign', href: routes.campaigns.new.href() }}
    >
      Describe what you want made and set a budget. You can save a draft at any time.
    </EmptyState>
  )
}

const NoMatches = ({ filters: { query, phase } }: { filters: OwnCampaignFilters }) => (
  <EmptyState
    title={`No ${phase ? `${phaseLabels[phase].toLowerCase()} ` : ''}campaigns match “${query}”`}
    action={showAll}
  >
    A campaign's name must contain every word you typed. Try fewer words, or just part of a word.
  </EmptyState>
)

const showAll = { label: 'Show all campaigns', href: routes.campaigns.index.href() }

function activeFiltersOf(filters: OwnCampaignFilters): ActiveFilter[] {
  const { query } = filters
  return query ? [{ label: `“${query}”`, withoutHref: hrefOf({ ...filters, query: '' }) }] : []
}

function hrefOf({ query, phase }: OwnCampaignFilters, after: string | null = null): string {
  return routes.campaigns.index.href({ query, state: phase, after })
}
