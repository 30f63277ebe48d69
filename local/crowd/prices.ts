import { type Cents, cents } from '../../src/shared/money.ts'
import type { Category, DeliverableKind, Platform } from '../../src/shared/taxonomy.ts'
import type { StatedChannel } from './channels.ts'
import type { Random } from './random.ts'

export interface StatedRate {
  readonly kind: DeliverableKind
  readonly price: Cents
  readonly days: number
}

/** What is made for each platform. */
export const madeFor: Readonly<Record<Platform, readonly DeliverableKind[]>> = {
  instagram: ['reel', 'story', 'post', 'carousel'],
  youtube: ['video', 'short_video'],
  tiktok: ['short_video', 'livestream'],
  x: ['post'],
  twitch: ['livestream'],
  linkedin: ['post', 'article'],
  podcast: ['podcast_mention'],
  blog: ['article', 'photo_set'],
}

/** A rate card: a price for what is made for each channel, by its followers and the category's custom. */
export function ratesOf(
  category: Category,
  channels: readonly StatedChannel[],
  random: Random,
): StatedRate[] {
  const level = customs[category] * random.between(0.75, 1.4)
  const rates = new Map<DeliverableKind, StatedRate>()
  for (const { platform, followers } of channels) {
    for (const kind of madeFor[platform]) {
      if (rates.has(kind) || (rates.size > 0 && random.chance(0.2))) continue
      const { perThousand, days } = efforts[kind]
      const dollars = 25 + perThousand * level * (followers / 1_000) ** 0.86
      rates.set(kind, { kind, price: rounded(dollars), days: days + random.whole(0, 3) })
    }
  }
  return [...rates.values()]
}

/** An amount that a person would name: to 5, 10, 50 or 100, by its size. */
export function rounded(dollars: number): Cents {
  const step = dollars < 200 ? 5 : dollars < 1_000 ? 10 : dollars < 5_000 ? 50 : 100
  return cents(Math.max(step, Math.round(dollars / step) * step) * 100)
}

/** Dollars for the first thousand followers, and days of work. */
const efforts: Readonly<Record<DeliverableKind, { perThousand: number; days: number }>> = {
  reel: { perThousand: 17, days: 4 },
  story: { perThousand: 5, days: 1 },
  post: { perThousand: 11, days: 2 },
  carousel: { perThousand: 13, days: 3 },
  short_video: { perThousand: 16, days: 4 },
  video: { perThousand: 36, days: 9 },
  livestream: { perThousand: 26, days: 5 },
  podcast_mention: { perThousand: 30, days: 6 },
  article: { perThousand: 26, days: 6 },
  photo_set: { perThousand: 16, days: 4 },
}

/** Some trades pay more for the same number of people. */
const customs: Readonly<Record<Category, number>> = {
  beauty: 1,
  fashion: 1.1,
  food: 0.9,
  fitness: 1,
  health: 1.1,
  travel: 1.1,
  outdoors: 1,
  technology: 1.4,
  gaming: 0.9,
  home: 0.9,
  family: 1,
  business: 1.7,
}
