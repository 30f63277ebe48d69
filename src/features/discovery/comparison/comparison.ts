import { type Cents, cents } from '../../../shared/money.ts'

/** How many influencers can be compared. */
export const MIN_COMPARED = 2
export const MAX_COMPARED = 4

/** One value per person, in order; null if they have none. */
export type Values = readonly (number | null)[]

/** Marks the best values. Equal values can share the mark, but nothing is marked if all of them are equal. */
export function bestOf(values: Values, best: 'most' | 'least'): boolean[] {
  const known = values.filter((value) => value !== null)
  const winner = best === 'most' ? Math.max(...known) : Math.min(...known)
  const differs = known.some((value) => value !== winner)
  return values.map((value) => differs && value === winner)
}

/** An estimated CPM, in cents: the lowest price per 1,000 people who are likely to see a post. */
export function pricePerThousand(lowestPrice: Cents | null, reach: number): Cents | null {
  return lowestPrice === null || reach === 0 ? null : cents(Math.round((lowestPrice * 1_000) / reach))
}

/** Adds up the counts for each key. Keys keep the order of their first appearance. */
export function sumsBy<Key>(counted: readonly (readonly [Key, number])[]): Map<Key, number> {
  const sums = new Map<Key, number>()
  for (const [key, count] of counted) sums.set(key, (sums.get(key) ?? 0) + count)
  return sums
}
