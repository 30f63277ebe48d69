import { type SQL, sql } from 'drizzle-orm'

/**
 * Where a row stands in an order: its number in the index of that order, as a text, since it is greater than what a
 * double can count. `migrations/0002_search.sql` says how it is made.
 */
export type Place = string

/** What a page begins after: the part of the order, counted from 0, and the place in it. Null for the first page. */
export interface After {
  readonly part: number
  readonly place: Place
}

export const FIRST: After = { part: 0, place: '0' }

/** `1_4611686018427387904`; null for anything else. */
export function parseAfter(text: string | undefined): After | null {
  const [, part, place] = /^([01])_([1-9]\d{0,18})$/.exec(text ?? '') ?? []
  return part !== undefined && place !== undefined && BigInt(place) <= MOST
    ? { part: Number(part), place }
    : null
}

export function afterText({ part, place }: After): string {
  return `${part}_${place}`
}

const MOST = 2n ** 63n - 1n

/** Whose the place is: its lowest 28 bits. */
export function idAt(index: SQL): SQL<number> {
  return sql<number>`(${index}.rowid & 268435455)`
}
