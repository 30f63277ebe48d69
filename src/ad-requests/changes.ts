import { countedDeliverable, type UsageChannel, usageChannels } from '../shared/taxonomy.ts'
import type { Offer, Terms } from './ad-request.ts'

/** Which parts of an offer differ from the one before it. */
export function changedParts(was: Terms, now: Terms): readonly (keyof Terms)[] {
  return (Object.keys(texts) as (keyof Terms)[]).filter((part) => texts[part](was) !== texts[part](now))
}

/** `2 reels, 1 story`. */
export function deliverablesText({ deliverables }: Pick<Terms, 'deliverables'>): string {
  return deliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}

/** `Organic posts, paid social ads, 3 months`. */
export function usageText({
  usageChannels: channels,
  usageMonths,
}: Pick<Terms, 'usageChannels' | 'usageMonths'>): string {
  if (channels.length === 0 || usageMonths === 0) return 'None'
  return `${channels.map(usageLabel).join(', ')}, ${usageMonths} ${usageMonths === 1 ? 'month' : 'months'}`
}

/** Whether an offer replaced one of the same side. */
export function isEdit(offer: Offer, before: Offer | undefined): boolean {
  return before?.madeBy === offer.madeBy
}

const texts: Record<keyof Terms, (terms: Terms) => string> = {
  paymentAmount: ({ paymentAmount }) => String(paymentAmount),
  deliverables: ({ deliverables }) => JSON.stringify(deliverables),
  requirements: ({ requirements }) => requirements,
  usageChannels: ({ usageChannels: channels }) => channels.join(),
  usageMonths: ({ usageMonths }) => String(usageMonths),
}

function usageLabel(channel: UsageChannel): string {
  return usageChannels[channel]
}
