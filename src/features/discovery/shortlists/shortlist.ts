import type { ShortlistId } from '../../../shared/ids.ts'

/** A sponsor keeps at most so many lists, and each holds at most so many influencers. */
export const MAX_SHORTLISTS = 50
export const MAX_MEMBERS = 200

/** At most so many are added or removed at once. */
export const MAX_CHOSEN = 50

export interface Named {
  readonly id: ShortlistId
  readonly name: string
}

/**
 * Whether one of the lists has this name, whatever the case of its letters; `but` is the list that asks. The
 * database says the same of the letters of ASCII, also when two are made at one moment.
 */
export function isTaken(name: string, lists: readonly Named[], but?: ShortlistId): boolean {
  return lists.some((list) => list.id !== but && folded(list.name) === folded(name))
}

/** Why a list of so many members cannot take more. */
export function explainFull({ name, members }: { name: string; members: number }): string {
  const room = MAX_MEMBERS - members
  const left = room > 0 ? `has room for ${room} more only` : 'is full'
  return `“${name}” ${left}: a list holds ${MAX_MEMBERS}. Take some off it first, or choose another list.`
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
