import type { ShortlistId } from '../../../shared/ids.ts'

/** Per sponsor. */
export const MAX_SHORTLISTS = 50
/** Per shortlist. */
export const MAX_MEMBERS = 200

export interface Named {
  readonly id: ShortlistId
  readonly name: string
}

/**
 * Whether another shortlist has this name, ignoring case. `except` is the shortlist being renamed. A unique index
 * also prevents duplicates, but ignores case only in ASCII.
 */
export function isTaken(name: string, lists: readonly Named[], except?: ShortlistId): boolean {
  return lists.some((list) => list.id !== except && folded(list.name) === folded(name))
}

export function fullMessage({ name, members }: { name: string; members: number }): string {
  const room = MAX_MEMBERS - members
  const problem = room > 0 ? `only has room for ${room} more` : 'is full'
  return `“${name}” ${problem}. A shortlist can hold ${MAX_MEMBERS} influencers. Remove some first, or choose another list.`
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
