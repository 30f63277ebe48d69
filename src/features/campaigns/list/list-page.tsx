import { routes } from '../../../routes.ts'
import { type ActiveFilter, ActiveFilters } from '../../../ui/data/active-filters.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { KeptFields, SearchForm } from '../../../ui/forms/search-form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import { phaseLabels, phases } from '../phase.tsx'
import { OwnCampaignRow } from './campaign-row.tsx'
import type { OwnCampaigns, OwnCampaignsQuery } from './queries.ts'

type Props = { list: OwnCampaigns; query: OwnCampaignsQuery }

const REGION = 'campaigns'
const FORM = 'own-campaigns'

export const OwnCampaignsPage = (props: Props) => (
  <>
    <PageHeader
      title="Campaigns"
      aside={
        <ButtonLink tone="primary" href={routes.campaigns.new.href()}>
          New campaign
        </ButtonLink>
      }
    />
    {props.list.counts.all > 0 || props.query.words ? (
      <SearchForm
        id={FORM}
        action={routes.campaigns.index.href()}
        region={REGION}
        label="Name"
        words={props.query.words}
      />
    ) : null}
    <OwnCampaignList {...props} />
  </>
)

/** The part of the page that searching, filtering and paging replace. */
export const OwnCampaignList = ({ list: { page, counts }, query }: Props) => (
  <Region id={REGION} label="Campaigns">
    <KeptFields form={FORM} fields={{ state: query.phase }} />
    {counts.all > 0 ? <PhaseTabs counts={counts} query={query} /> : null}
    <ActiveFilters filters={filtersOf(query)} clearHref={routes.campaigns.index.href()} />
    {page.rows.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {page.rows.map((campaign) => (
            <OwnCampaignRow campaign={campaign} />
          ))}
        </ul>
      </Card>
    ) : (
      <Empty query={query} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next ? hrefOf(query, page.next) : null}
      firstHref={query.after ? hrefOf(query) : null}
    />
  </Region>
)

type TabsProps = { counts: OwnCampaigns['counts']; query: OwnCampaignsQuery }

const PhaseTabs = ({ counts, query }: TabsProps) => (
  <Tabs
    label="Campaigns by state"
    region={REGION}
    tabs={[null, ...phases]
      .filter((phase) => phase === null || counts[phase] > 0 || phase === query.phase)
      .map((phase) => ({
        label: phase === null ? 'All' : phaseLabels[phase],
        href: hrefOf({ ...query, phase }),
        current: phase === query.phase,
        count: counts[phase ?? 'all'],
      }))}
  />
)

const Empty = ({ query }: { query: OwnCampaignsQuery }) => {
  if (query.after) return <EmptyState title="No more campaigns" action={showAll} />
  if (query.words) return <NoMatches query={query} />
  if (query.phase) {
    return <EmptyState title={`No ${phaseLabels[query.phase].toLowerCase()} campaigns`} action={showAll} />
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

const NoMatches = ({ query: { words, phase } }: { query: OwnCampaignsQuery }) => (
  <EmptyState
    title={`No ${phase ? `${phaseLabels[phase].toLowerCase()} ` : ''}campaigns match “${words}”`}
    action={showAll}
  >
    A campaign's name must contain every word you typed. Try fewer words, or just part of a word.
  </EmptyState>
)

const showAll = { label: 'Show all campaigns', href: routes.campaigns.index.href() }

function filtersOf(query: OwnCampaignsQuery): ActiveFilter[] {
  const { words } = query
  return words ? [{ label: `“${words}”`, withoutHref: hrefOf({ ...query, words: '' }) }] : []
}

function hrefOf({ words, phase }: OwnCampaignsQuery, after: string | null = null): string {
  return routes.campaigns.index.href({ words, state: phase, after })
}
