import { countedDeliverable } from '../shared/taxonomy.ts'
import type { Offer, Terms } from './offer.ts'

/** `2 reels, 1 story`. */
export function deliverablesText({ deliverables }: Pick<Terms, 'deliverables'>): string {
  return deliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}

/** Whether an offer replaced one of the same side. */
export function isEdit(offer: Offer, before: Offer | undefined): boolean {
  return before?.madeBy === offer.madeBy
}
