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
import type { Phase } from '../campaign.ts'
import { phaseLabels } from '../phase.tsx'
import { OwnRow } from './campaign-row.tsx'
import type { OwnList as Own, OwnQuery } from './queries.ts'

type Props = { list: Own; query: OwnQuery }

const REGION = 'campaigns'
const FORM = 'own-campaigns'

export const OwnListPage = (props: Props) => (
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
    <OwnList {...props} />
  </>
)

/** A sponsor's campaigns, with what each is at or lacks. */
export const OwnList = ({ list: { page, counts }, query }: Props) => (
  <Region id={REGION} label="Campaigns">
    <KeptFields form={FORM} fields={{ state: query.phase }} />
    {counts.all > 0 ? <PhaseTabs counts={counts} query={query} /> : null}
    <ActiveFilters filters={filtersOf(query)} clearHref={routes.campaigns.index.href()} />
    {page.rows.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {page.rows.map((campaign) => (
            <OwnRow campaign={campaign} />
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

const PhaseTabs = ({ counts, query }: { counts: Own['counts']; query: OwnQuery }) => (
  <Tabs
    label="Campaigns by state"
    region={REGION}
    tabs={([null, ...phases] as const)
      .filter((phase) => phase === null || counts[phase] > 0 || phase === query.phase)
      .map((phase) => ({
        label: phase === null ? 'All' : phaseLabels[phase],
        href: hrefOf({ ...query, phase }),
        current: phase === query.phase,
        count: counts[phase ?? 'all'],
      }))}
  />
)

const phases: readonly Phase[] = ['draft', 'active', 'paused', 'ended', 'completed']

const Empty = ({ query }: { query: OwnQuery }) => {
  const all = { label: 'Show all campaigns', href: routes.campaigns.index.href() }
  if (query.after) return <EmptyState title="There are no more" action={all} />
  if (query.words) return <NoneNamed query={query} />
  if (query.phase) {
    return <EmptyState title={`Nothing here is ${phaseLabels[query.phase].toLowerCase()}`} action={all} />
  }
  return (
    <EmptyState
      title="No campaigns yet"
      action={{ label: 'Write the first one', href: routes.campaigns.new.href() }}
    >
      Say what you want made and what you can spend. You can save a draft at any time.
    </EmptyState>
  )
}

const NoneNamed = ({ query: { words, phase } }: { query: OwnQuery }) => {
  const among = phase ? ` that are ${phaseLabels[phase].toLowerCase()}` : ''
  return (
    <EmptyState
      title={`None of your campaigns${among} is called “${words}”`}
      action={{ label: 'Show all campaigns', href: routes.campaigns.index.href() }}
    >
      Its name has to hold every one of these words: try fewer letters.
    </EmptyState>
  )
}

function filtersOf(query: OwnQuery): ActiveFilter[] {
  const { words } = query
  return words ? [{ label: `“${words}”`, withoutHref: hrefOf({ ...query, words: '' }) }] : []
}

function hrefOf({ words, phase }: OwnQuery, after: string | null = null): string {
  return routes.campaigns.index.href({ words, state: phase, after })
}
