import type { R2Bucket, R2Object, R2ObjectBody } from '@cloudflare/workers-types'
import type { ExportId } from '../../../shared/ids.ts'
import type { WrittenPart } from '../commands.ts'
import type { Cursor } from '../csv-file.ts'
import type { ExportRow } from '../schema.ts'

/** A file is stored in parts that never change. Their names are the same for everybody who writes them. */
export function partKey(id: ExportId, part: number): string {
  return `exports/${id}/${part}`
}

/** A part that may be stored. */
export interface NewPart {
  readonly body: string | Uint8Array
  readonly rows: number
  /** Where the next part begins. Null after the last one. */
  readonly next: Cursor | null
}

/**
 * Stores a part, unless it is there. Returns the part that is stored: two runs that write the same part may have read
 * different rows, and then the file has to go on from the part that won.
 */
export async function storePart(
  bucket: R2Bucket,
  key: string,
  contentType: string,
  write: () => Promise<NewPart>,
): Promise<WrittenPart> {
  const known = await bucket.head(key)
  if (known) return toPart(known)

  const { body, rows, next } = await write()
  const stored = await bucket.put(key, body, {
    onlyIf: { etagDoesNotMatch: '*' },
    httpMetadata: { contentType },
    customMetadata: { rows: String(rows), next: JSON.stringify(next) },
  })
  const winner = stored ?? (await bucket.head(key))
  if (!winner) throw new Error(`${key} was neither stored nor found`)
  return toPart(winner)
}

function toPart({ size, customMetadata }: R2Object): WrittenPart {
  const { rows, next = 'null' } = customMetadata ?? {}
  // Only `storePart` writes these objects.
  return { rows: Number(rows), bytes: size, next: JSON.parse(next) as Cursor | null }
}

/** The stored parts of a file, one after the other. Throws if one is missing. */
export async function* storedParts(
  bucket: R2Bucket,
  { id, parts }: Pick<ExportRow, 'id' | 'parts'>,
): AsyncGenerator<R2ObjectBody> {
  for (let part = 0; part < parts; part += 1) {
    const object = await bucket.get(partKey(id, part))
    if (!object) throw new Error(`${partKey(id, part)} is missing`)
    yield object
  }
}
