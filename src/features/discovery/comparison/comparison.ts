import { type Cents, cents } from '../../../shared/money.ts'

/** So many influencers stand side by side. */
export const MIN_COMPARED = 2
export const MAX_COMPARED = 4

/** A value of each of those compared, in their order; null where somebody has none. */
export type Values = readonly (number | null)[]

/**
 * Whose value is the best, by place: the most or the least. Several where they are equal; nobody where there is
 * nothing to compare with, or all are equal.
 */
export function bestOf(values: Values, best: 'most' | 'least'): boolean[] {
  const known = values.filter((value) => value !== null)
  const winner = best === 'most' ? Math.max(...known) : Math.min(...known)
  const differs = known.some((value) => value !== winner)
  return values.map((value) => differs && value === winner)
}

/**
 * The lowest price for each 1,000 people that a post is likely to reach, in cents: what the trade calls CPM, as
 * far as it can be known before a post. Null without a price or a reach.
 */
export function pricePerThousand(lowestPrice: Cents | null, reach: number): Cents | null {
  return lowestPrice === null || reach === 0 ? null : cents(Math.round((lowestPrice * 1_000) / reach))
}

/** Sums up what is counted under the same key, in the order in which the keys first come. */
export function sumsBy<Key>(counted: readonly (readonly [Key, number])[]): Map<Key, number> {
  const sums = new Map<Key, number>()
  for (const [key, count] of counted) sums.set(key, (sums.get(key) ?? 0) + count)
  return sums
}
