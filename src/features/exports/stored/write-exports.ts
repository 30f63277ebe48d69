import type { R2Bucket } from '@cloudflare/workers-types'
import type { Job, JobContext } from '../../../platform/queue/job.ts'
import { recordAttempt, recordFailure, recordPart, type WrittenPart } from '../commands.ts'
import type { CsvFile, Cursor } from '../csv-file.ts'
import { MAX_ATTEMPTS, MAX_CHARACTERS, MAX_PAGES } from '../export.ts'
import { exportContext } from '../export-context.ts'
import { exportKinds } from '../kinds.ts'
import { type QueuedExport, selectQueued } from '../queries.ts'
import { partKey, storePart } from './parts.ts'

/** Writes the next part of the oldest waiting export. The cursor only says that there is more to do. */
export const writeExports: Job = async (context) => {
  const { FILES: bucket } = context.env
  const [next, another] = bucket ? await selectQueued(context.db) : []
  if (!bucket || !next) return { handled: 0, failed: 0, cursor: null }
  const { file } = next

  if (file.attempts >= MAX_ATTEMPTS) {
    await recordFailure(context.db, file, context.now)
    return { handled: 0, failed: 1, cursor: another ? `${another.file.id}-${another.file.parts}` : null }
  }
  await recordAttempt(context.db, file)
  const part = await writePart(context, bucket, next)
  await recordPart(context.db, file, part, context.now)
  const isMore = part.next !== null || another !== undefined
  return { handled: part.rows, failed: 0, cursor: isMore ? `${file.id}-${file.parts + 1}` : null }
}

function writePart(
  { env }: JobContext,
  bucket: R2Bucket,
  { file, role }: QueuedExport,
): Promise<WrittenPart> {
  // Its states are those of when it was asked for, in all parts.
  const context = exportContext(env, { id: file.userId, role }, file.createdAt)
  const csv = exportKinds[file.kind].file(context, file.filters)
  return storePart(bucket, partKey(file.id, file.parts), () => textOf(csv, file.parts === 0, file.cursor))
}

async function textOf(csv: CsvFile, isFirst: boolean, cursor: Cursor | null) {
  let text = isFirst ? csv.header : ''
  let rows = 0
  let next = cursor
  for (let pages = 0; pages < MAX_PAGES && text.length < MAX_CHARACTERS; pages += 1) {
    const page = await csv.page(next)
    text += page.text
    rows += page.rows
    next = page.next
    if (next === null) break
  }
  return { text, rows, next }
}
