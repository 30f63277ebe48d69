/** Everybody keeps at most so many searches. */
export const MAX_SAVED = 20

/** Nobody needs to know whether 21 or 21,000 are new. */
export const MAX_NEW = 20

/** The most letters of a search's name. */
export const LONGEST_NAME = 60

/** What a search is called unless told: its filters in words, as many as there is room for. */
export function suggestedName(filters: readonly string[]): string {
  const [first = 'Everything', ...rest] = filters
  const name = rest.reduce(
    (name, filter) => (name.length + filter.length + 3 <= LONGEST_NAME ? `${name} · ${filter}` : name),
    first,
  )
  return [...name].slice(0, LONGEST_NAME).join('')
}

/** "3 new", "20+ new", "Nothing new". */
export function howManyNew(count: number): string {
  if (count === 0) return 'Nothing new'
  return count > MAX_NEW ? `${MAX_NEW}+ new` : `${count} new`
}
