/** A place where the log is not as it was sealed. */
export type Break = EventBreak | SealBreak | { readonly kind: 'hash_missing'; readonly hash: string }

export interface EventBreak {
  readonly kind: 'event_changed' | 'event_removed' | 'event_added'
  readonly seal: number
  readonly event: number
}

interface SealBreak {
  readonly kind: 'seal_changed' | 'seal_removed' | 'seal_replaced'
  readonly seal: number
}

/** "Event 4711, in seal 812, was changed" */
export function explainBreak(found: Break): string {
  switch (found.kind) {
    case 'event_changed':
      return `Event ${found.event}, in seal ${found.seal}, was changed`
    case 'event_removed':
      return `Event ${found.event}, in seal ${found.seal}, was removed`
    case 'event_added':
      return `Event ${found.event} was added to seal ${found.seal} after it was made`
    case 'seal_changed':
      return `Seal ${found.seal} was changed`
    case 'seal_removed':
      return `Seal ${found.seal} was removed`
    case 'seal_replaced':
      return `Seal ${found.seal} was replaced by another one`
    case 'hash_missing':
      return `The hash ${found.hash} is not in the chain any more: the end was cut off or replaced`
  }
}
