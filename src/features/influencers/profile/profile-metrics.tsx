import { formatCount, formatPercent } from '../../../shared/format.ts'
import { platforms } from '../../../shared/taxonomy.ts'
import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { engagementRate, FULL_ACTIVITY, metricsOf, reachOf } from '../metrics.ts'
import type { Channel } from '../queries.ts'

type Props = { channels: readonly Channel[] }

/** Reach, engagement and followers, and on demand how each came about. */
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
        <summary>How these numbers came about</summary>
        <HowReach channels={channels} />
        <HowEngagement channels={channels} />
      </details>
    </>
  )
}

const HowReach = ({ channels }: Props) => (
  <>
    <p class="mt-3">
      <strong>Reach</strong> counts the followers of each channel by how active it is: all of them from{' '}
      {FULL_ACTIVITY} posts in 30 days, fewer below that.
    </p>
    <ul>
      {channels.map((channel) => {
        const part = reachOf(channel)
        return (
          <li>
            {nameOf(channel)}: {formatCount(part.followers)} followers × {part.posts} of {part.fullActivity}{' '}
            posts = {formatCount(part.reach)}
          </li>
        )
      })}
    </ul>
  </>
)

const HowEngagement = ({ channels }: Props) => (
  <>
    <p>
      <strong>Engagement</strong> is likes and comments of an average post, divided by followers; a channel
      with more followers weighs more.
    </p>
    <ul>
      {channels.map((channel) => (
        <li>
          {nameOf(channel)}: ({formatCount(channel.averageLikes)} likes +{' '}
          {formatCount(channel.averageComments)} comments) ÷ {formatCount(channel.followers)} followers ={' '}
          {formatPercent(engagementRate(channel))}
        </li>
      ))}
    </ul>
  </>
)

const nameOf = ({ platform, handle }: Channel): string => `${platforms[platform]} ${handle}`
