import { closedStateLabels, turnLabels } from '../schema.ts'

/** The tabs of the list, in their order. */
export const listingLabels = {
  mine: turnLabels.mine,
  theirs: turnLabels.theirs,
  agreed: closedStateLabels.accepted,
  closed: 'Closed',
  all: 'All',
} as const

export type Listing = keyof typeof listingLabels

export const listings = Object.keys(listingLabels) as [Listing, ...Listing[]]
