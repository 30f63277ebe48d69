import { isDeepStrictEqual } from 'node:util'
import { countedDeliverable } from '../../shared/taxonomy.ts'
import type { Offer, Terms } from './offer.ts'

/** `2 reels, 1 story`. */
export function deliverablesText({ deliverables }: Pick<Terms, 'deliverables'>): string {
  return deliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}

/** Whether an offer replaced one of the same side. */
export function isEdit(offer: Offer, before: Offer | undefined): boolean {
  return before?.madeBy === offer.madeBy
}

/** Whether two offers say the same, whenever they were made and however long they stand. */
export function saysTheSame(one: Offer, other: Offer): boolean {
  const timeless = (offer: Offer) => ({ ...offer, madeAt: 0, expiresAt: 0 })
  return isDeepStrictEqual(timeless(one), timeless(other))
}
