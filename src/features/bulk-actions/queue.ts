import type { Env } from '../../env.ts'
import { parseId } from '../../platform/http/params.ts'
import { openQueue } from '../../platform/queue/queue.ts'
import { routes } from '../../routes.ts'
import type { BulkActionId } from '../../shared/ids.ts'
import type { BulkAction } from './schema.ts'

type Place = Pick<BulkAction, 'id' | 'version'>

/** Has QStash carry out the next chunks. Does nothing if the clock is off. `now` is when they were asked for. */
export async function queueChunks(env: Env, action: Place, now: number): Promise<void> {
  const cursor = cursorOf(action)
  await openQueue(env)?.publish({
    path: routes.jobs.run.href({ job: 'bulk-actions' }),
    body: { at: now, cursor },
    // The same as `queueJob` makes, so that the next chunks are queued once, whoever queues them.
    deduplicationId: `bulk-actions-${now}-${cursor}`,
  })
}

/** Names the next chunk of an action. */
export function cursorOf({ id, version }: Place): string {
  return `${id}-${version}`
}

/** Null if it is not a cursor. */
export function parseCursor(cursor: string | null): Place | null {
  const [id, version] = (cursor ?? '').split('-').map((text) => parseId(text))
  return id && version ? { id: id as BulkActionId, version } : null
}
