import { sum } from '../../shared/numbers/sum.ts'
import type { ChannelDetails } from './schema.ts'

/** The stated numbers of a channel that metrics are calculated from. */
export type StatedMetrics = Pick<
  ChannelDetails,
  'followers' | 'averageLikes' | 'averageComments' | 'postsLast30Days'
>

/** A channel with this many posts in 30 days, about two a week, is fully active. */
export const FULL_ACTIVITY = 8

/** The totals of an influencer's channels. */
export interface Metrics {
  readonly followers: number
  /** How many followers are likely to see a post. A whole number. */
  readonly reach: number
  /** A share: 0.041 is 4.1%. */
  readonly engagementRate: number
}

/** A channel's part of the reach and its calculation: "182,400 × 6 of 8 posts = 136,800". */
export interface ReachPart {
  readonly followers: number
  /** Posts in the last 30 days, capped at `fullActivity`. */
  readonly posts: number
  readonly fullActivity: number
  readonly reach: number
}

/**
 * The metrics of a profile. Engagement is the mean of the channels' rates, weighted by followers. Reach is the sum
 * of the channels' reach. `recomputeMetrics` calculates the same in SQL.
 */
export function metricsOf(channels: readonly StatedMetrics[]): Metrics {
  const followers = sum(channels.map((channel) => channel.followers))
  const interactions = sum(channels.filter(({ followers }) => followers > 0).map(interactionsOf))
  return {
    followers,
    reach: sum(channels.map((channel) => reachOf(channel).reach)),
    // The weighted mean of the rates is all interactions divided by all followers.
    engagementRate: followers > 0 ? interactions / followers : 0,
  }
}

/** (Average likes + average comments) / followers, or 0 without followers. A share that can exceed 1. */
export function engagementRate(channel: StatedMetrics): number {
  return channel.followers > 0 ? interactionsOf(channel) / channel.followers : 0
}

/** Followers × min(1, posts in the last 30 days / 8), rounded. */
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
