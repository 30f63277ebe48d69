import { counted } from '../../shared/format.ts'
import { deliverableKinds, platforms } from '../../shared/taxonomy.ts'
import { DAY, dayIn } from '../../shared/time.ts'
import { type Column, Table } from '../../ui/data/table.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Count, Percent } from '../../ui/values/count.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import { Money } from '../../ui/values/money.tsx'
import { Day } from '../../ui/values/time.tsx'
import { engagementRate } from './metrics.ts'
import type { Channel, Rate } from './queries.ts'

export const ChannelTable = ({ channels }: { channels: readonly Channel[] }) =>
  channels.length > 0 ? (
    <Card>
      <Table
        caption="Channels, with figures stated by the influencer"
        showCaption
        columns={channelColumns}
        rows={channels}
      />
    </Card>
  ) : (
    <EmptyState title="No channels yet">Without channels there is no reach to show.</EmptyState>
  )

export const RateCard = ({ rates }: { rates: readonly Rate[] }) =>
  rates.length > 0 ? (
    <Card>
      <Table caption="Rate card" columns={rateColumns} rows={rates} />
    </Card>
  ) : (
    <EmptyState title="No rates yet">The price is part of the negotiation.</EmptyState>
  )

const channelColumns: readonly Column<Channel>[] = [
  { header: 'Channel', small: 'title', cell: (channel) => <ChannelName channel={channel} /> },
  { header: 'Followers', align: 'end', small: 'value', cell: ({ followers }) => <Count value={followers} /> },
  { header: 'Views', align: 'end', cell: ({ averageViews }) => <Count value={averageViews} /> },
  { header: 'Engagement', align: 'end', cell: (channel) => <Percent share={engagementRate(channel)} /> },
  {
    header: 'Posts in 30 days',
    align: 'end',
    cell: (channel) => <Count value={channel.postsLast30Days} />,
  },
  { header: 'Figures of', align: 'end', cell: ({ figuresDate }) => <FiguresDate day={figuresDate} /> },
]

const rateColumns: readonly Column<Rate>[] = [
  { header: 'For', small: 'title', cell: ({ kind }) => `One ${deliverableKinds[kind][0]}` },
  { header: 'Price', align: 'end', small: 'value', cell: ({ price }) => <Money cents={price} /> },
  { header: 'Takes', align: 'end', cell: ({ days }) => counted(days, 'day') },
]

// Somebody else's site: neither search engines nor that site should take the link for ours.
const ChannelName = ({ channel: { platform, handle, url } }: { channel: Channel }) => (
  <>
    {platforms[platform]}
    <br />
    <a href={url} rel="nofollow noopener noreferrer">
      {handle}
    </a>
  </>
)

export const FiguresDate = ({ day }: { day: string }) => {
  const { now, timeZone } = useLocale()
  const age = (Date.parse(dayIn(timeZone, now)) - Date.parse(day)) / DAY
  return (
    <>
      <Day day={day} />
      {age > 0 ? <span class="secondary small">, {counted(age, 'day')} old</span> : null}
    </>
  )
}
