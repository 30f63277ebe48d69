import type { Step } from '../../platform/queue/step.ts'
import { HOUR } from '../../shared/time.ts'
import { saveSeal } from './commands.ts'
import { selectAudited, selectLatestSeal } from './queries.ts'
import { FORMAT, GENESIS, sealOf } from './seal.ts'

/** How many events a seal covers at most. A busy hour gets several seals. */
export const SEAL_SIZE = 2_000

/**
 * Seals the audited events after the last seal, once an hour. It goes by their ids, not by their times: an event that
 * was written late, or for an earlier moment, is in the next seal. Ids only grow, because SQLite has one writer at a
 * time and no event is ever deleted.
 *
 * Two sweeps at once make one seal: both would give it the same id.
 */
export const sealEvents: Step = async ({ db, clock }) => {
  const [[latest]] = await db.read([selectLatestSeal(db)])
  const hour = Math.floor(clock / HOUR) * HOUR - HOUR
  // A full seal may have left events behind. Otherwise there is one seal for each hour.
  if (latest?.hour === hour && latest.count < SEAL_SIZE) return nothing
  const after = latest?.lastEventId ?? Number.MIN_SAFE_INTEGER
  const rows = await selectAudited(db, { after, to: Number.MAX_SAFE_INTEGER, limit: SEAL_SIZE })
  if (rows.length === 0) return nothing

  const head = { format: FORMAT, id: (latest?.id ?? 0) + 1, hour, sealedAt: clock }
  const saved = await saveSeal(db, sealOf({ ...head, previousHash: latest?.hash ?? GENESIS }, rows))
  if (!saved.ok) return nothing
  return { handled: rows.length, failed: 0, error: null, next: rows.length < SEAL_SIZE ? null : [0, 0] }
}

const nothing = { handled: 0, failed: 0, error: null, next: null }
