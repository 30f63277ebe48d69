import type { Category, Platform } from '../../src/shared/taxonomy.ts'
import type { Random } from './random.ts'

/** A channel's figures; who bears it and since when stands elsewhere. */
export interface StatedChannel {
  readonly platform: Platform
  readonly followers: number
  readonly averageViews: number
  readonly averageLikes: number
  readonly averageComments: number
  readonly postsLast30Days: number
  /** How old the figures are. */
  readonly daysOld: number
}

/** A power law between so few and so many followers: half have under 16,000, one in a hundred over three million. */
const LEAST = 6_000
const MOST = 12_000_000
const STEEPNESS = 0.72

/** Followers of a main channel; `share` (0 to 1) says how many of a hundred people have more. */
export function followersAt(share: number): number {
  const floor = (LEAST / MOST) ** STEEPNESS
  return Math.round(LEAST * (floor + (1 - floor) * share) ** (-1 / STEEPNESS))
}

/** One to four channels: the main one where the category is at home, the others smaller. */
export function channelsOf(category: Category, followers: number, random: Random): StatedChannel[] {
  const home = random.pick(homes[category])
  const others = random.some(
    [...new Set(homes[category])].filter((platform) => platform !== home),
    otherChannels(followers, random),
  )
  return [home, ...others].map((platform, place) =>
    channel(platform, place === 0 ? followers : smaller(followers, random), random),
  )
}

function otherChannels(followers: number, random: Random): number {
  const most = followers > 100_000 ? 3 : followers > 10_000 ? 2 : 1
  return random.whole(0, most)
}

function smaller(followers: number, random: Random): number {
  return Math.max(120, Math.round(followers * random.between(0.05, 0.6)))
}

/** The larger a channel, the smaller the part that answers. */
function channel(platform: Platform, followers: number, random: Random): StatedChannel {
  const { engagement, views, posts } = manners[platform]
  const rate = Math.min(0.2, 0.09 * (followers / 1_000) ** -0.17 * engagement * random.between(0.6, 1.5))
  const interactions = followers * rate
  const comments = Math.round(interactions * random.between(0.02, 0.06))
  return {
    platform,
    followers,
    averageViews: Math.round(followers * views * random.between(0.5, 1.6)),
    averageLikes: Math.round(interactions) - comments,
    averageComments: comments,
    postsLast30Days: Math.round(posts * random.between(0.3, 1.7)),
    daysOld: random.whole(1, 60),
  }
}

/** Where each category is at home, the likelier the more often it is named. */
const homes: Readonly<Record<Category, readonly Platform[]>> = {
  beauty: ['instagram', 'instagram', 'tiktok', 'tiktok', 'youtube'],
  fashion: ['instagram', 'instagram', 'tiktok', 'youtube', 'blog'],
  food: ['instagram', 'instagram', 'tiktok', 'youtube', 'blog'],
  fitness: ['instagram', 'youtube', 'tiktok', 'podcast'],
  health: ['instagram', 'podcast', 'youtube', 'blog'],
  travel: ['instagram', 'youtube', 'tiktok', 'blog'],
  outdoors: ['instagram', 'youtube', 'instagram', 'blog', 'podcast'],
  technology: ['youtube', 'youtube', 'x', 'blog', 'tiktok'],
  gaming: ['twitch', 'youtube', 'youtube', 'tiktok', 'x'],
  home: ['instagram', 'tiktok', 'youtube', 'blog'],
  family: ['instagram', 'blog', 'podcast', 'tiktok'],
  business: ['linkedin', 'linkedin', 'podcast', 'x', 'blog'],
}

/** Engagement against Instagram's, views per follower, posts a month. */
const manners: Readonly<Record<Platform, { engagement: number; views: number; posts: number }>> = {
  instagram: { engagement: 1, views: 0.4, posts: 12 },
  youtube: { engagement: 0.8, views: 0.25, posts: 4 },
  tiktok: { engagement: 1.3, views: 0.8, posts: 16 },
  x: { engagement: 0.35, views: 0.3, posts: 40 },
  twitch: { engagement: 0.5, views: 0.12, posts: 14 },
  linkedin: { engagement: 0.7, views: 0.5, posts: 8 },
  podcast: { engagement: 0.2, views: 0.5, posts: 4 },
  blog: { engagement: 0.15, views: 0.9, posts: 5 },
}
