import { formatCount, formatPercent } from '../../../shared/format.ts'
import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { channelName } from '../channel-name.ts'
import { engagementRate, FULL_ACTIVITY, metricsOf, reachOf } from '../metrics.ts'
import type { Channel } from '../queries.ts'

type Props = { channels: readonly Channel[] }

/** Reach, engagement and followers, with a section that explains the calculation. */
export const ProfileMetrics = ({ channels }: Props) => {
  const { reach, engagementRate, followers } = metricsOf(channels)
  return (
    <>
      <Figures>
        <Figure label="Reach" note="likely to see a post">
          <Count value={reach} />
        </Figure>
        <Figure label="Engagement" note="likes and comments per follower">
          <Percent share={engagementRate} />
        </Figure>
        <Figure label="Followers" note={`on ${channels.length === 1 ? 'one channel' : 'all channels'}`}>
          <Count value={followers} />
        </Figure>
      </Figures>
      <details class="mt-3">
        <summary>How these numbers are calculated</summary>
        <ReachExplained channels={channels} />
        <EngagementExplained channels={channels} />
      </details>
    </>
  )
}

const ReachExplained = ({ channels }: Props) => (
  <>
    <p class="mt-3">
      <strong>Reach</strong> depends on how active a channel is. With {FULL_ACTIVITY} or more posts in 30
      days, all of its followers count. With fewer posts, a smaller share counts.
    </p>
    <ul>
      {channels.map((channel) => {
        const part = reachOf(channel)
        return (
          <li>
            {channelName(channel)}: {formatCount(part.followers)} followers × {part.posts} of{' '}
            {part.fullActivity} posts = {formatCount(part.reach)}
          </li>
        )
      })}
    </ul>
  </>
)

const EngagementExplained = ({ channels }: Props) => (
  <>
    <p>
      <strong>Engagement</strong> is the likes and comments on an average post, divided by followers. Channels
      with more followers count more.
    </p>
    <ul>
      {channels.map((channel) => (
        <li>
          {channelName(channel)}: ({formatCount(channel.averageLikes)} likes +{' '}
          {formatCount(channel.averageComments)} comments) ÷ {formatCount(channel.followers)} followers ={' '}
          {formatPercent(engagementRate(channel))}
        </li>
      ))}
    </ul>
  </>
)
