import type { Break, EventBreak } from './break.ts'
import { digestsIn, type EventDigest, type EventRow, GENESIS, type Seal, sealOf } from './seal.ts'

/** A seal that has been checked. `isRight`: it is as it was made, and so are its events. */
export interface CheckedSeal {
  readonly seal: Seal
  readonly isRight: boolean
}

/** So many rows more than a seal has events are read: enough to see that some were added. */
export const MAX_ADDED = 100

/** So many seals in a row are named as removed. */
const MAX_REMOVED = 10

/** The audited events that belong to a seal: those after `after`, up to `to`. */
export interface SealRange {
  readonly after: number
  readonly to: number
}

/**
 * It begins after the last event of the seal before, so that an event is found that was added in between. `previous` is
 * null for the first seal.
 */
export function rangeOf(previous: Seal | null, seal: Seal): SealRange {
  const before = previous?.lastEventId ?? Number.MIN_SAFE_INTEGER
  const follows = seal.id === idAfter(previous) && (previous === null || isWhole(previous))
  return { after: follows ? before : seal.firstEventId - 1, to: seal.lastEventId }
}

/** What is wrong with a seal or with the events of its `rangeOf`. At most `MAX_ADDED` events too many were read. */
export function breaksOf(previous: CheckedSeal | null, seal: Seal, rows: readonly EventRow[]): Break[] {
  const removed = removedBefore(seal, previous?.seal ?? null)
  const own = ownBreaks(seal, rows)
  if (removed.length > 0 || own.length > 0) return [...removed, ...own]

  // This seal is as it was made, so it names the hash that the one before it had then.
  const before = previous?.seal.hash ?? GENESIS
  if (seal.previousHash === before || previous?.isRight === false) return []
  return [{ kind: 'seal_replaced', seal: previous?.seal.id ?? seal.id }]
}

function ownBreaks(seal: Seal, rows: readonly EventRow[]): Break[] {
  const changed: Break = { kind: 'seal_changed', seal: seal.id }
  if (!isWhole(seal)) return [changed]
  const now = rows.length > 0 ? sealOf(seal, rows) : null
  if (now?.hash === seal.hash) return now.eventDigests === seal.eventDigests ? [] : [changed]

  const isCut = rows.length >= seal.count + MAX_ADDED
  const end = isCut ? (rows.at(-1)?.id ?? 0) : Number.MAX_SAFE_INTEGER
  const events = differences(digestsIn(seal), now ? digestsIn(now) : []).filter(({ event }) => event <= end)
  return events.length > 0 ? events.map((event) => ({ ...event, seal: seal.id })) : [changed]
}

/** Whether the parts of a seal agree with each other. */
function isWhole(seal: Seal): boolean {
  const digests = digestsIn(seal)
  const [first, last] = [digests[0], digests.at(-1)]
  return digests.length === seal.count && first?.id === seal.firstEventId && last?.id === seal.lastEventId
}

function removedBefore(seal: Seal, previous: Seal | null): Break[] {
  const first = idAfter(previous)
  const count = Math.max(0, Math.min(seal.id - first, MAX_REMOVED))
  return Array.from({ length: count }, (_, at) => ({ kind: 'seal_removed', seal: first + at }))
}

function idAfter(previous: Seal | null): number {
  return (previous?.id ?? 0) + 1
}

function differences(then: readonly EventDigest[], now: readonly EventDigest[]): Omit<EventBreak, 'seal'>[] {
  const before = new Map(then.map(({ id, digest }) => [id, digest]))
  const after = new Map(now.map(({ id, digest }) => [id, digest]))
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted((one, other) => one - other)
  return ids
    .filter((id) => before.get(id) !== after.get(id))
    .map((event) => ({ kind: kindOf(before.has(event), after.has(event)), event }))
}

function kindOf(wasThere: boolean, isThere: boolean): EventBreak['kind'] {
  if (!wasThere) return 'event_added'
  return isThere ? 'event_changed' : 'event_removed'
}
