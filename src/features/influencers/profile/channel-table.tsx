import { platforms } from '../../../shared/taxonomy.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { OutsideLink } from '../../../ui/page/outside-link.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { engagementRate } from '../metrics.ts'
import { MetricsDate } from '../metrics-date.tsx'
import type { Channel } from '../queries.ts'

export const ChannelTable = ({ channels }: { channels: readonly Channel[] }) =>
  channels.length > 0 ? (
    <Card>
      <Table
        caption="Channels, with numbers stated by the influencer"
        showCaption
        columns={columns}
        rows={channels}
      />
    </Card>
  ) : (
    <EmptyState title="No channels yet">Reach and engagement appear once there are channels.</EmptyState>
  )

const columns: readonly Column<Channel>[] = [
  { header: 'Channel', small: 'title', cell: (channel) => <ChannelLink channel={channel} /> },
  { header: 'Followers', align: 'end', small: 'value', cell: ({ followers }) => <Count value={followers} /> },
  { header: 'Views', align: 'end', cell: ({ averageViews }) => <Count value={averageViews} /> },
  { header: 'Engagement', align: 'end', cell: (channel) => <Percent share={engagementRate(channel)} /> },
  {
    header: 'Posts in 30 days',
    align: 'end',
    cell: ({ postsLast30Days }) => <Count value={postsLast30Days} />,
  },
  { header: 'As of', align: 'end', cell: ({ metricsDate }) => <MetricsDate day={metricsDate} /> },
]

const ChannelLink = ({ channel: { platform, handle, url } }: { channel: Channel }) => (
  <>
    {platforms[platform]}
    <div class="person-note">
      <OutsideLink href={url}>{handle}</OutsideLink>
    </div>
  </>
)
