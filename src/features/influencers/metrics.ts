import type { channels } from './schema.ts'

/** The figures that an influencer states of a channel. */
export type StatedMetrics = Pick<
  typeof channels.$inferSelect,
  'followers' | 'averageLikes' | 'averageComments' | 'postsLast30Days'
>

/** So many posts in 30 days, about two a week, count as fully active. */
export const FULL_ACTIVITY = 8

/** What an influencer's channels come to. */
export interface Metrics {
  readonly followers: number
  /** Followers who are likely to see a post, in whole people. */
  readonly reach: number
  /** A share: 0.041 is 4.1 %. */
  readonly engagementRate: number
}

/** A channel's share in the reach, with what it follows from: "182,400 × 6 of 8 posts = 136,800". */
export interface ReachPart {
  readonly followers: number
  /** Posts in the last 30 days that count: never more than `fullActivity`. */
  readonly posts: number
  readonly fullActivity: number
  readonly reach: number
}

/**
 * The figures of a profile. Engagement is the mean of the channels' rates, weighted by their followers; reach
 * is the sum of the channels' reach. `recomputeFigures` says the same in SQL.
 */
export function metricsOf(channels: readonly StatedMetrics[]): Metrics {
  const followers = sum(channels.map((channel) => channel.followers))
  const interactions = sum(channels.filter(({ followers }) => followers > 0).map(interactionsOf))
  return {
    followers,
    reach: sum(channels.map((channel) => reachOf(channel).reach)),
    // Rate times followers is the channel's interactions, so the weighted mean is all of them by all followers.
    engagementRate: followers > 0 ? interactions / followers : 0,
  }
}

/** (Average likes + average comments) / followers; 0 where nobody follows. A share, which can pass 1. */
export function engagementRate(channel: StatedMetrics): number {
  return channel.followers > 0 ? interactionsOf(channel) / channel.followers : 0
}

/** Followers × min(1, posts in the last 30 days / 8), to the nearest whole person. */
export function reachOf({ followers, postsLast30Days }: StatedMetrics): ReachPart {
  const posts = Math.min(postsLast30Days, FULL_ACTIVITY)
  return {
    followers,
    posts,
    fullActivity: FULL_ACTIVITY,
    reach: Math.round((followers * posts) / FULL_ACTIVITY),
  }
}

function interactionsOf({ averageLikes, averageComments }: StatedMetrics): number {
  return averageLikes + averageComments
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
