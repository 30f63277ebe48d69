import type { Random } from './random.ts'

/** How others have rated somebody: the mean of 1 to 5, and how often. */
export interface Rated {
  readonly rating: number | null
  readonly ratingCount: number
}

/** Two in five have been rated: few of them often, and most of them well. */
export function ratedBy(random: Random): Rated {
  if (!random.chance(SHARE)) return { rating: null, ratingCount: 0 }
  const count = Math.min(MOST, Math.floor((1 - random.next()) ** (-1 / STEEPNESS)))
  const below = -FALL * Math.log(1 - random.next())
  return { rating: Math.max(1, Math.round((BEST - below) * 100) / 100), ratingCount: count }
}

const SHARE = 0.4

/** A power law: two in five of them once, one in a hundred 33 times or more. */
const STEEPNESS = 1.3
const MOST = 600

/** Half of all means are above 4.6, one in eight below 4.2. */
const BEST = 4.9
const FALL = 0.35
