import { routes } from '../../../routes.ts'
import { categoryLabel } from '../../../shared/taxonomy.ts'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { defineList, type EmptyTexts } from '../../../ui/list/list.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { visibilityNames } from '../all/filters.ts'
import { phaseLabels } from '../campaign.ts'
import { CampaignDates, CampaignName, CampaignPhase, CampaignRequests, CommittedBudget } from './cells.tsx'
import { ownCampaignSource } from './queries.ts'
import { type OwnCampaignSearch, ownCampaignSearch } from './search.ts'

/** A sponsor's own campaigns. */
export const ownCampaignList = defineList({
  name: 'campaigns',
  title: 'Campaigns',
  noun: ['campaign', 'campaigns'],
  route: routes.campaigns.index,
  search: ownCampaignSearch,
  searchLabel: 'Name',
  source: ownCampaignSource,
  rowId: ({ id }) => id,
  rowLabel: ({ name }) => name,
  empty: emptyTexts,
  file: { kind: 'campaigns', href: fileHrefOf },
  frame: () => ({
    aside: (
      <Actions>
        <a href={routes.reports.index.href()}>Monthly reports</a>
        <ButtonLink tone="primary" href={routes.campaigns.new.href()}>
          New campaign
        </ButtonLink>
      </Actions>
    ),
  }),
  columns: [
    {
      key: 'campaign',
      header: 'Campaign',
      small: 'title',
      sort: { ascending: 'name' },
      cell: (campaign) => <CampaignName campaign={campaign} />,
    },
    {
      key: 'state',
      header: 'State',
      small: 'value',
      cell: (campaign) => <CampaignPhase campaign={campaign} />,
    },
    {
      key: 'category',
      header: 'Category',
      isHiddenByDefault: true,
      cell: ({ category }) => category && categoryLabel(category),
    },
    {
      key: 'visibility',
      header: 'Visibility',
      isHiddenByDefault: true,
      cell: ({ visibility }) => visibilityNames[visibility],
    },
    {
      key: 'ends',
      header: 'Dates',
      sort: { ascending: 'ending' },
      cell: (campaign) => <CampaignDates campaign={campaign} />,
    },
    { key: 'requests', header: 'Requests', cell: (campaign) => <CampaignRequests campaign={campaign} /> },
    {
      key: 'committed',
      header: 'Committed',
      small: 'text',
      sort: { descending: 'committed' },
      cell: (campaign) => (campaign.state === 'draft' ? null : <CommittedBudget campaign={campaign} />),
    },
    {
      key: 'budget',
      header: 'Budget',
      align: 'end',
      isHiddenByDefault: true,
      sort: { descending: 'budget' },
      cell: ({ budget }) => <Money cents={budget} compact />,
    },
    {
      key: 'created',
      header: 'Created',
      align: 'end',
      isHiddenByDefault: true,
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ createdAt }) => <Time at={createdAt} as="date" />,
    },
  ],
})

function emptyTexts({ state }: OwnCampaignSearch): EmptyTexts<OwnCampaignSearch> {
  const hint = "A campaign's name must contain every word you typed. Try fewer words, or just part of a word."
  if (state === 'all') {
    return {
      title: 'No campaigns yet',
      text: 'Describe what you want made and set a budget. You can save a draft at any time.',
      action: { label: 'Create your first campaign', href: routes.campaigns.new.href() },
      hint,
    }
  }
  const what = `${phaseLabels[state].toLowerCase()} campaigns`
  return {
    title: `No ${what}`,
    what,
    action: { label: 'Show all campaigns', href: routes.campaigns.index.href() },
    hint,
    elsewhere: {
      label: 'Show all campaigns',
      changes: { state: 'all', query: '', category: null, visibility: null },
    },
  }
}

function fileHrefOf(search: OwnCampaignSearch): string {
  return routes.exports.campaigns.href({ ...ownCampaignSearch.toParams(search), sort: null })
}
