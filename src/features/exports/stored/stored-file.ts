import type { R2Bucket } from '@cloudflare/workers-types'
import { BYTE_ORDER_MARK } from '../../../platform/csv/stream.ts'
import type { ExportRow } from '../schema.ts'
import { storedParts } from './parts.ts'

type Stored = Pick<ExportRow, 'id' | 'parts' | 'bytes'>

interface Options {
  readonly isForExcel: boolean
  /** Is told why the download failed. */
  readonly onError: (error: unknown) => void
}

// A global of workerd. Its length becomes the Content-Length.
declare const FixedLengthStream: new (bytes: number) => TransformStream<Uint8Array, Uint8Array>

/**
 * Streams the parts of a file, one after the other. The length is sent first, so a browser knows if the download broke
 * off, for example because a part is missing.
 */
export function storedFile(
  bucket: R2Bucket,
  file: Stored,
  { isForExcel, onError }: Options,
): ReadableStream<Uint8Array> {
  const head = new TextEncoder().encode(isForExcel ? BYTE_ORDER_MARK : '')
  const { readable, writable } = new FixedLengthStream(head.length + file.bytes)
  // It fails if a part does, which `onError` has been told, or if nobody wants the rest.
  partsOf(bucket, file, head, onError)
    .pipeTo(writable)
    .catch(() => undefined)
  return readable
}

function partsOf(
  bucket: R2Bucket,
  file: Stored,
  head: Uint8Array,
  onError: Options['onError'],
): ReadableStream<Uint8Array> {
  const chunks = chunksOf(bucket, file)
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (head.length > 0) controller.enqueue(head)
    },
    async pull(controller) {
      try {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        onError(error)
        controller.error(error)
      }
    },
  })
}

async function* chunksOf(bucket: R2Bucket, file: Stored): AsyncGenerator<Uint8Array> {
  for await (const part of storedParts(bucket, file)) yield* part.body
}
