import { isoMoment, plainAmount } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { defineList } from '../../../ui/list/list.ts'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Time, TimeLeft } from '../../../ui/values/time.tsx'
import { stateAt } from '../../ad-requests/ad-request.ts'
import { adminAdRequestSearch, originNames } from '../../ad-requests/all/filters.ts'
import { MAX_NAMES } from '../../ad-requests/all/names.ts'
import { adminAdRequests } from '../../ad-requests/all/queries.ts'
import type { FlaggableAdRequest } from '../../ad-requests/rows/select.ts'
import { closedStateLabels, turnLabels } from '../../ad-requests/schema.ts'
import { AdRequestStateBadge } from '../../ad-requests/state-badge.tsx'
import { flagActions } from '../flags/lift-in-row.tsx'

export const adRequestsList = defineList({
  name: 'admin-ad-requests',
  title: 'All ad requests',
  noun: ['ad request', 'ad requests'],
  route: routes.admin.adRequests,
  search: adminAdRequestSearch,
  searchLabel: 'Campaign, sponsor or influencer',
  source: adminAdRequests,
  rowId: ({ id }) => id,
  rowLabel: ({ campaignName, influencerName }) => `${campaignName} × ${influencerName}`,
  rowActions: flagActions<FlaggableAdRequest>(
    // A closed request has nothing to stop.
    ({ id, state }) => (state === 'pending' ? { subject: 'ad_request', id } : null),
    ({ id: adRequestId }) => routes.admin.adRequestFlagRemoval.href({ adRequestId }),
  ),
  bulk: {
    route: routes.admin.bulkActions.new,
    actions: [
      { kind: 'ad_request_flag', label: 'Flag…' },
      { kind: 'ad_request_flag_removal', label: 'Lift flags…' },
    ],
  },
  empty: {
    title: 'No ad requests yet',
    text: 'They appear here when a sponsor invites somebody, or when an influencer applies.',
    hint: `Search either for the campaign and its sponsor, or for the influencer. If more than ${MAX_NAMES} names match, only the newest of them count: add a word.`,
  },
  columns: [
    {
      key: 'request',
      header: 'Request',
      small: 'title',
      cell: ({ id, campaignName, sponsorId, sponsorName }) => (
        <div>
          <a href={routes.adRequests.show.href({ adRequestId: id })} dir="auto">
            {campaignName}
          </a>
          <div class="person-note">
            <a href={routes.admin.user.href({ userId: sponsorId })}>{sponsorName}</a>
          </div>
        </div>
      ),
      csv: [
        { header: 'Campaign', value: ({ campaignName }) => campaignName },
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
      key: 'influencer',
      header: 'Influencer',
      cell: ({ influencerId, influencerName }) => (
        <a href={routes.admin.user.href({ userId: influencerId })} dir="auto">
          {influencerName}
        </a>
      ),
      csv: ({ influencerName }) => influencerName,
    },
    {
      key: 'state',
      header: 'State',
      cell: (row) => <StateCell row={row} />,
      csv: (row, now) => (row.flag ? `${stateText(row, now)}, flagged` : stateText(row, now)),
    },
    {
      key: 'origin',
      header: 'Began as',
      isHiddenByDefault: true,
      cell: ({ origin }) => originNames[origin],
      csv: ({ origin }) => originNames[origin],
    },
    {
      key: 'offers',
      header: 'Offers',
      align: 'end',
      isHiddenByDefault: true,
      cell: ({ offerNumber }) => offerNumber,
      csv: ({ offerNumber }) => offerNumber,
    },
    {
      key: 'amount',
      header: 'Latest offer',
      align: 'end',
      small: 'value',
      sort: { descending: 'amount' },
      cell: ({ paymentAmount }) => <Money cents={paymentAmount} />,
      csv: ({ paymentAmount }) => plainAmount(paymentAmount),
    },
    {
      key: 'closes',
      header: 'Closes',
      align: 'end',
      sort: { ascending: 'closing' },
      cell: (row) => <Closes row={row} />,
      csv: ({ closesAt }) => isoMoment(closesAt),
    },
    {
      key: 'firstAnswer',
      header: 'First answer',
      align: 'end',
      isHiddenByDefault: true,
      cell: ({ firstAnsweredAt }) =>
        firstAnsweredAt === null ? '–' : <Time at={firstAnsweredAt} as="date" />,
      csv: ({ firstAnsweredAt }) => firstAnsweredAt && isoMoment(firstAnsweredAt),
    },
    {
      key: 'opened',
      header: 'Opened',
      align: 'end',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ createdAt }) => <Time at={createdAt} as="date" />,
      csv: ({ createdAt }) => isoMoment(createdAt),
    },
  ],
})

const StateCell = ({ row }: { row: FlaggableAdRequest }) => (
  <>
    <AdRequestStateBadge adRequest={row} side={null} now={useLocale().now} />
    {row.flag ? <div class="secondary small">Flagged</div> : null}
  </>
)

function stateText({ turn, ...row }: FlaggableAdRequest, now: number): string {
  const state = stateAt(row, now)
  return state === 'pending' ? turnLabels[turn] : closedStateLabels[state]
}

const Closes = ({ row }: { row: FlaggableAdRequest }) =>
  stateAt(row, useLocale().now) === 'pending' ? (
    <TimeLeft until={row.closesAt} />
  ) : (
    <Time at={row.closesAt} as="date" />
  )
