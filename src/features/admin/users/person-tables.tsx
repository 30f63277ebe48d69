import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { AdRequestStateBadge } from '../../ad-requests/state-badge.tsx'
import { phaseOf } from '../../campaigns/campaign.ts'
import { PhaseBadge } from '../../campaigns/phase.tsx'
import { channels } from '../../notifications/channels.ts'
import type { PersonCampaign, PersonMessage, PersonRequest } from './person-queries.ts'

export const CampaignTable = ({ campaigns }: { campaigns: readonly PersonCampaign[] }) => (
  <Table caption="Campaigns, newest first" columns={campaignColumns} rows={campaigns} />
)

const CampaignState = ({ campaign }: { campaign: PersonCampaign }) => (
  <PhaseBadge phase={phaseOf(campaign, useLocale().now)} flagged={campaign.flaggedAt !== null} />
)

const campaignColumns: readonly Column<PersonCampaign>[] = [
  {
    header: 'Campaign',
    small: 'title',
    cell: ({ id, name }) => (
      <a href={routes.campaigns.show.href({ campaignId: id })} dir="auto">
        {name}
      </a>
    ),
  },
  { header: 'State', cell: (campaign) => <CampaignState campaign={campaign} /> },
  { header: 'Budget', align: 'end', cell: ({ budget }) => <Money cents={budget} compact /> },
]

export const RequestTable = ({ requests }: { requests: readonly PersonRequest[] }) => (
  <Table caption="Requests, newest first" columns={requestColumns} rows={requests} />
)

const RequestState = ({ request }: { request: PersonRequest }) => (
  <AdRequestStateBadge adRequest={request} side={null} now={useLocale().now} />
)

const requestColumns: readonly Column<PersonRequest>[] = [
  {
    header: 'Request',
    small: 'title',
    cell: ({ id, campaignName, otherName }) => (
      <a href={routes.adRequests.show.href({ adRequestId: id })} dir="auto">
        {campaignName} × {otherName}
      </a>
    ),
  },
  { header: 'State', cell: (request) => <RequestState request={request} /> },
  { header: 'Amount', align: 'end', cell: ({ paymentAmount }) => <Money cents={paymentAmount} /> },
]

export const MessageTable = ({ messages }: { messages: readonly PersonMessage[] }) => (
  <Table caption="Messages, newest first" columns={messageColumns} rows={messages} />
)

const messageColumns: readonly Column<PersonMessage>[] = [
  { header: 'Message', small: 'title', cell: ({ title }) => <span dir="auto">{title}</span> },
  { header: 'By', cell: ({ channel }) => <span class="nowrap">{channels[channel].label}</span> },
  {
    header: 'State',
    cell: ({ state, sentAt, lastError }) =>
      sentAt === null ? (
        `${stateLabels[state]}${lastError ? `: ${lastError}` : ''}`
      ) : (
        <>
          Sent <Time at={sentAt} />
        </>
      ),
  },
]

const stateLabels: Record<PersonMessage['state'], string> = {
  pending: 'Waiting',
  claimed: 'Being sent',
  sent: 'Sent',
  failed: 'Failed, to be tried again',
  dead: 'Not sent',
  held: 'Held back: what it tells about is flagged',
}
