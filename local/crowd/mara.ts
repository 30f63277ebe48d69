import { cents } from '../../src/shared/money.ts'
import type { StatedChannel } from './channels.ts'
import type { StatedRate } from './prices.ts'

/** Mara Lindqvist, whose reach is 182,400 and whose engagement rate is 4.1 %. */
export const mara = {
  given: 'Mara',
  category: 'outdoors',
  niche: 'hiking',
  country: 'SE',
  city: 'Umeå',
  timeZone: 'Europe/Stockholm',
  languages: ['sv', 'en'],
  bio: `I walk long trails in the north and write down what the guidebooks leave out. Last summer I filmed the whole Kungsleden in eleven parts, blisters included.

Gear gets a word from me after 200 kilometres, not before. Skriv gärna på svenska.`,
  channels: [
    {
      platform: 'instagram',
      followers: 128_000,
      averageViews: 61_000,
      averageLikes: 6_400,
      averageComments: 190,
      postsLast30Days: 9,
      daysOld: 6,
    },
    {
      platform: 'youtube',
      followers: 108_800,
      averageViews: 34_500,
      averageLikes: 2_980,
      averageComments: 139,
      postsLast30Days: 4,
      daysOld: 6,
    },
  ] satisfies StatedChannel[],
  rates: [
    { kind: 'reel', price: cents(1_100_00), days: 6 },
    { kind: 'story', price: cents(220_00), days: 2 },
    { kind: 'photo_set', price: cents(600_00), days: 5 },
    { kind: 'video', price: cents(2_400_00), days: 12 },
  ] satisfies StatedRate[],
  rated: { rating: 4.8, ratingCount: 23 },
} as const
