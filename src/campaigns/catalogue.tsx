import type { Page } from '../http/paging.ts'
import { routes } from '../routes.ts'
import { type Category, categoryKeys, categoryLabel } from '../shared/taxonomy.ts'
import { Card } from '../ui/card.tsx'
import { Chip, Chips } from '../ui/chip.tsx'
import { Select } from '../ui/choice.tsx'
import { EmptyState } from '../ui/empty.tsx'
import { Form, SubmitButton } from '../ui/form.tsx'
import { Money } from '../ui/money.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { MorePager } from '../ui/pager.tsx'
import { Region } from '../ui/region.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { platformsOf, topicOf, wantedOf } from './brief.tsx'
import type { CatalogueCampaign } from './list-store.ts'
import { Ends } from './phase.tsx'

type Props = { page: Page<CatalogueCampaign>; category: Category | null; isFirst: boolean }

const REGION = 'campaigns'

export const CataloguePage = (props: Props) => (
  <>
    <PageHeader title="Campaigns" subtitle="Open to every influencer, the newest first." />
    <Form action={routes.campaigns.index.href()} method="get" region={REGION} class="filters" label="Filter">
      <Select
        name="category"
        label="Category"
        placeholder="Any category"
        value={props.category ?? ''}
        options={categoryKeys.map((value) => ({ value, label: categoryLabel(value) }))}
      />
      <SubmitButton tone="outline">Show</SubmitButton>
    </Form>
    <Catalogue {...props} />
  </>
)

/** What is open to everybody. */
export const Catalogue = ({ page, category, isFirst }: Props) => (
  <Region id={REGION} label="Campaigns">
    {category ? (
      <div class="mb-2">
        <Chips label="Filters">
          <Chip label={categoryLabel(category)} removeHref={routes.campaigns.index.href()} />
        </Chips>
      </div>
    ) : null}
    {page.rows.length > 0 ? (
      <Card>
        <Table caption="Campaigns that take applications" columns={columns} rows={page.rows} />
      </Card>
    ) : (
      <Empty category={category} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next ? routes.campaigns.index.href({ category, after: page.next }) : null}
      firstHref={isFirst ? null : routes.campaigns.index.href({ category })}
    />
  </Region>
)

const columns: readonly Column<CatalogueCampaign>[] = [
  {
    header: 'Campaign',
    small: 'title',
    cell: (campaign) => (
      <>
        <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
        <div class="person-note">{[campaign.sponsorName, topicOf(campaign)].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  {
    header: 'Wanted',
    cell: (campaign) => (
      <>
        {wantedOf(campaign)}
        <div class="person-note">{platformsOf(campaign)}</div>
      </>
    ),
  },
  { header: 'Budget', align: 'end', small: 'value', cell: ({ budget }) => <Money cents={budget} compact /> },
  {
    header: 'Time',
    align: 'end',
    cell: ({ endsAt }) => (endsAt === null ? null : <Ends at={endsAt} />),
  },
]

const Empty = ({ category }: { category: Category | null }) =>
  category ? (
    <EmptyState
      title={`Nothing open in ${categoryLabel(category)}`}
      action={{ label: 'Show every category', href: routes.campaigns.index.href() }}
    >
      Take the filter away to see what else is open.
    </EmptyState>
  ) : (
    <EmptyState title="No campaign is open now">
      Sponsors publish new ones all the time: look again soon.
    </EmptyState>
  )
