import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { State } from '../../../ui/data/badge.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { TimeLeft } from '../../../ui/values/time.tsx'
import { closedStateLabels, closedTones, turnLabels } from '../../ad-requests/schema.ts'
import type { Campaign } from '../campaign.ts'
import { closedReason } from '../policy.ts'
import type { LatestRequest, Overview, RequestCounts } from './queries.ts'

type Props = { overview: Overview; canManage: boolean }

/** How many requests a campaign has in each state, and the latest of them. */
export const RequestList = ({ overview: { campaign, requests, latest }, canManage }: Props) => (
  <Section
    title="Requests"
    id="requests"
    aside={<Counts campaign={campaign} counts={requests} canManage={canManage} />}
  >
    {latest.length > 0 ? (
      <Table caption="Latest requests" columns={columns(canManage)} rows={latest} />
    ) : (
      <NoRequests campaign={campaign} canManage={canManage} />
    )}
  </Section>
)

type CountsProps = { campaign: Campaign; counts: RequestCounts; canManage: boolean }

const Counts = ({ campaign, counts, canManage }: CountsProps) => (
  <span class="chips">
    {(canManage ? ownLists(campaign.id, counts) : adminLists(campaign.id, counts))
      .filter(({ count }) => count > 0)
      .map(({ count, label, href }) => (
        <a class="chip" href={href}>
          {label}: {count}
        </a>
      ))}
  </span>
)

const closedStates = ['rejected', 'withdrawn', 'expired'] as const

/** Each count with the list of what it counts. */
function ownLists(campaignId: CampaignId, counts: RequestCounts) {
  const href = (listing: string, result?: string) =>
    routes.adRequests.index.href({ campaignId, listing, result })
  return [
    { label: turnLabels.mine, count: counts.yourMove, href: href('mine') },
    { label: turnLabels.theirs, count: counts.pending - counts.yourMove, href: href('theirs') },
    { label: closedStateLabels.accepted, count: counts.accepted, href: href('agreed') },
    ...closedStates.map((state) => ({
      label: closedStateLabels[state],
      count: counts[state],
      href: href('closed', state),
    })),
    { label: 'All', count: counts.all, href: href('all') },
  ]
}

function adminLists(campaign: CampaignId, counts: RequestCounts) {
  const href = (state?: string) => routes.admin.adRequests.href({ campaign, state })
  return [
    { label: 'Open', count: counts.pending, href: href('pending') },
    ...(['accepted', ...closedStates] as const).map((state) => ({
      label: closedStateLabels[state],
      count: counts[state],
      href: href(state),
    })),
    { label: 'All', count: counts.all, href: href() },
  ]
}

function columns(canManage: boolean): Column<LatestRequest>[] {
  return [
    {
      header: 'Influencer',
      small: 'title',
      cell: ({ id, influencerName }) => (
        <a href={routes.adRequests.show.href({ adRequestId: id })}>{influencerName}</a>
      ),
    },
    { header: 'Latest offer', align: 'end', small: 'value', cell: ({ amount }) => <Money cents={amount} /> },
    { header: 'State', cell: (request) => <RequestState request={request} canManage={canManage} /> },
  ]
}

type StateProps = { request: Pick<LatestRequest, 'state' | 'turn' | 'closesAt'>; canManage: boolean }

/** The same words and colors as on the request itself, which comes later in the order of features. */
export const RequestState = ({ request, canManage }: StateProps) => {
  const { now } = useLocale()
  const { state, turn, closesAt } = request
  if (state !== 'pending' || closesAt <= now) {
    const closed = state === 'pending' ? 'expired' : state
    return <State tone={closedTones[closed]}>{closedStateLabels[closed]}</State>
  }
  const yours = canManage && turn === 'sponsor'
  const whose = yours ? 'mine' : 'theirs'
  return (
    <>
      <State tone={yours ? 'move' : 'wait'}>{turnLabels[canManage ? whose : turn]}</State>{' '}
      <span class="secondary small">
        <TimeLeft until={closesAt} />
      </span>
    </>
  )
}

const NoRequests = ({ campaign, canManage }: { campaign: Campaign; canManage: boolean }) => {
  const closed = closedReason(campaign, useLocale().now)
  if (!canManage || closed) {
    return (
      <EmptyState title="No requests">
        {closed === 'draft' ? 'Requests start once the campaign is published.' : null}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No requests yet"
      action={{ label: 'Find influencers to invite', href: routes.influencers.index.href() }}
    >
      {campaign.visibility === 'public'
        ? 'Influencers can find this campaign and apply. You can also invite them.'
        : 'This campaign is private, so you need to invite influencers.'}
    </EmptyState>
  )
}
