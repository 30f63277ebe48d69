import type { Database } from '../../platform/db/database.ts'
import { sum } from '../../shared/numbers/sum.ts'
import type { Break } from './break.ts'
import { breaksOf, type CheckedSeal, MAX_ADDED, rangeOf } from './breaks.ts'
import { selectAudited, selectSealsAfter } from './queries.ts'
import type { Seal } from './seal.ts'

/** Seals that are read at once, and about how many events. Both keep memory small. */
const MAX_SEALS = 40
const MAX_EVENTS = 4_000

export interface CheckedPart {
  /** The last seal that was checked. Null if there is none after the one before. */
  readonly last: CheckedSeal | null
  readonly seals: number
  readonly events: number
  readonly breaks: readonly Break[]
}

/** Checks the next few seals after one. Null: from the start. Two round trips. */
export async function checkNext(db: Database, previous: CheckedSeal | null): Promise<CheckedPart> {
  const [found] = await db.read([selectSealsAfter(db, previous?.seal.id ?? 0, MAX_SEALS)])
  const seals = upToEvents(found, MAX_EVENTS)
  if (seals.length === 0) return { last: null, seals: 0, events: 0, breaks: [] }

  const rows = await db.read(
    seals.map((seal, at) => {
      const range = rangeOf(seals[at - 1] ?? previous?.seal ?? null, seal)
      return selectAudited(db, { ...range, limit: seal.count + MAX_ADDED })
    }),
  )
  const breaks: Break[] = []
  let last = previous
  for (const [at, seal] of seals.entries()) {
    const own = breaksOf(last, seal, rows[at] ?? [])
    breaks.push(...own)
    last = { seal, isRight: own.length === 0 }
  }
  return { last, seals: seals.length, events: sum(rows.map(({ length }) => length)), breaks }
}

/** At least one seal. */
function upToEvents(seals: readonly Seal[], max: number): Seal[] {
  let sum = 0
  return seals.filter(({ count }, at) => {
    sum += count
    return at === 0 || sum <= max
  })
}
