import { isoMoment, plainAmount } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { categoryLabel } from '../../../shared/taxonomy.ts'
import { defineList } from '../../../ui/list/list.ts'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { adminCampaignSearch, visibilityNames } from '../../campaigns/all/filters.ts'
import { type AdminCampaignRow, adminCampaigns } from '../../campaigns/all/queries.ts'
import { Dates, platformsOf } from '../../campaigns/brief.tsx'
import { phaseLabels, phaseOf } from '../../campaigns/campaign.ts'
import { PhaseBadge } from '../../campaigns/phase.tsx'
import { flagActions } from '../flags/lift-in-row.tsx'

export const campaignsList = defineList({
  name: 'admin-campaigns',
  title: 'All campaigns',
  noun: ['campaign', 'campaigns'],
  route: routes.admin.campaigns,
  search: adminCampaignSearch,
  searchLabel: 'Campaign or sponsor',
  source: adminCampaigns,
  rowId: ({ id }) => id,
  rowLabel: ({ name }) => name,
  rowActions: flagActions<AdminCampaignRow>(
    ({ id }) => ({ subject: 'campaign', id }),
    ({ id: campaignId }) => routes.admin.campaignFlagRemoval.href({ campaignId }),
  ),
  bulk: {
    route: routes.admin.bulkActions.new,
    actions: [
      { kind: 'campaign_flag', label: 'Flag…' },
      { kind: 'campaign_flag_removal', label: 'Lift flags…' },
    ],
  },
  empty: {
    title: 'No campaigns yet',
    text: "They appear here as soon as a sponsor starts one, even if it's a draft.",
    hint: 'Try fewer words. You can search for words in the names of the campaign and its sponsor.',
  },
  columns: [
    {
      key: 'campaign',
      header: 'Campaign',
      small: 'title',
      cell: ({ id, name, sponsorId, sponsorName }) => (
        <div>
          <a href={routes.campaigns.show.href({ campaignId: id })} dir="auto">
            {name}
          </a>
          <div class="person-note">
            <a href={routes.admin.user.href({ userId: sponsorId })}>{sponsorName}</a>
          </div>
        </div>
      ),
      csv: [
        { header: 'Campaign', value: ({ name }) => name },
        { header: 'Sponsor', value: ({ sponsorName }) => sponsorName },
      ],
    },
    {
      key: 'sponsor',
      header: 'Sponsor',
      isHiddenByDefault: true,
      cell: ({ sponsorName }) => sponsorName,
    },
    {
      key: 'state',
      header: 'State',
      cell: (row) => <StateCell row={row} />,
      csv: (row, now) => `${phaseLabels[phaseOf(row, now)]}${row.flaggedAt === null ? '' : ', flagged'}`,
    },
    {
      key: 'visibility',
      header: 'Visibility',
      isHiddenByDefault: true,
      cell: ({ visibility }) => visibilityNames[visibility],
      csv: ({ visibility }) => visibilityNames[visibility],
    },
    {
      key: 'category',
      header: 'Category',
      cell: ({ category }) => (category === null ? notChosen : categoryLabel(category)),
      csv: ({ category }) => (category === null ? null : categoryLabel(category)),
    },
    {
      key: 'platforms',
      header: 'Platforms',
      isHiddenByDefault: true,
      cell: (row) => (row.platforms.length === 0 ? notChosen : platformsOf(row)),
      csv: platformsOf,
    },
    {
      key: 'ends',
      header: 'Dates',
      sort: { ascending: 'ending' },
      cell: (row) => (
        <div class="campaign-dates">{row.startDate || row.endDate ? <Dates {...row} /> : notChosen}</div>
      ),
      csv: ({ startDate, endDate }) => [startDate, endDate].filter(Boolean).join(' to '),
    },
    {
      key: 'budget',
      header: 'Budget',
      align: 'end',
      small: 'value',
      sort: { descending: 'budget' },
      cell: ({ budget }) => <Money cents={budget} compact />,
      csv: ({ budget }) => plainAmount(budget),
    },
    {
      key: 'committed',
      header: 'Committed',
      align: 'end',
      sort: { descending: 'committed' },
      cell: ({ committed }) => <Money cents={committed} compact />,
      csv: ({ committed }) => plainAmount(committed),
    },
    {
      key: 'created',
      header: 'Created',
      align: 'end',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ createdAt }) => <Time at={createdAt} as="date" />,
      csv: ({ createdAt }) => isoMoment(createdAt),
    },
  ],
})

const StateCell = ({ row }: { row: AdminCampaignRow }) => (
  <PhaseBadge phase={phaseOf(row, useLocale().now)} flagged={row.flaggedAt !== null} />
)

const notChosen = <span class="secondary">None</span>
