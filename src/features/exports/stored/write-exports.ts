import type { R2Bucket } from '@cloudflare/workers-types'
import type { Env } from '../../../env.ts'
import type { Job, JobContext } from '../../../platform/queue/job.ts'
import { recordAttempt, recordFailure, recordPart, type WrittenPart } from '../commands.ts'
import { MAX_ATTEMPTS } from '../export.ts'
import { type FileKind, fileKindKeys, fileKinds } from '../kinds.ts'
import { type QueuedExport, selectQueued } from '../queries.ts'
import { type NewPart, partKey, storePart } from './parts.ts'

/** Writes the next part of a file. It may run twice for the same part; then one of the results is stored. */
export type PartWriter = (env: Env, bucket: R2Bucket, queued: QueuedExport) => Promise<NewPart>

/** How to write each kind of file. */
export type PartWriters = { readonly [Kind in FileKind]?: PartWriter }

/** Makes the job that writes the next part of the oldest waiting file. The cursor only says that there is more to do. */
export function writeStored(writers: PartWriters): Job {
  const kinds = fileKindKeys.filter((kind) => writers[kind] !== undefined)
  return async (context) => {
    const { FILES: bucket } = context.env
    const [next, another] = bucket ? await selectQueued(context.db, kinds) : []
    const write = next && writers[next.file.kind]
    if (!bucket || !next || !write) return { handled: 0, failed: 0, cursor: null }
    const { file } = next

    if (file.attempts >= MAX_ATTEMPTS) {
      await recordFailure(context.db, file, context.now)
      return { handled: 0, failed: 1, cursor: another ? `${another.file.id}-${another.file.parts}` : null }
    }
    await recordAttempt(context.db, file)
    const part = await writePart(context, bucket, next, write)
    await recordPart(context.db, next, part, context.now)
    const isMore = part.next !== null || another !== undefined
    return { handled: part.rows, failed: 0, cursor: isMore ? `${file.id}-${file.parts + 1}` : null }
  }
}

function writePart(
  { env }: JobContext,
  bucket: R2Bucket,
  queued: QueuedExport,
  write: PartWriter,
): Promise<WrittenPart> {
  const { id, parts, kind } = queued.file
  return storePart(bucket, partKey(id, parts), fileKinds[kind].type, () => write(env, bucket, queued))
}
