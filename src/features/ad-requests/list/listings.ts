/** The tabs of the list, in their order. */
export const listingLabels = {
  mine: 'Your move',
  theirs: 'Their move',
  agreed: 'Agreed',
  closed: 'Closed',
  all: 'All',
} as const

export type Listing = keyof typeof listingLabels

export const listings = Object.keys(listingLabels) as [Listing, ...Listing[]]
