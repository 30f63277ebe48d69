/** Per person. */
export const MAX_SAVED_SEARCHES = 20

/** Counting new matches stops here: 21 and 21,000 look the same to a reader. */
export const MAX_NEW_MATCHES = 20

export const MAX_NAME_LENGTH = 60

/** The default name of a search: as many of its filters as fit. */
export function suggestedName(filters: readonly string[]): string {
  const [first = 'Everything', ...rest] = filters
  const name = rest.reduce(
    (name, filter) => (name.length + filter.length + 3 <= MAX_NAME_LENGTH ? `${name} · ${filter}` : name),
    first,
  )
  return [...name].slice(0, MAX_NAME_LENGTH).join('')
}

/** "3 new matches", "20+ new matches", "No new matches". */
export function newMatchesLabel(count: number): string {
  if (count === 0) return 'No new matches'
  if (count === 1) return '1 new match'
  return count > MAX_NEW_MATCHES ? `${MAX_NEW_MATCHES}+ new matches` : `${count} new matches`
}
