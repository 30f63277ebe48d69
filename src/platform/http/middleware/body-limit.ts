import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppContext, AppEnv } from '../context.ts'

/** More than any form can hold. */
const MAX_BODY_BYTES = 256 * 1024

/** A refused body of at most this size is still read: the error page lists what was typed. */
const MAX_READ_BYTES = 1024 * 1024

/**
 * Refuses larger request bodies (413). Hono's own `bodyLimit` stops reading a body without a `Content-Length` in
 * the middle. The server then closes the connection, and the next request on it fails. So this reads to the end.
 */
export const limitBody = createMiddleware<AppEnv>(async (c, next) => {
  const { body, headers } = c.req.raw
  if (body) {
    const read = isChunked(headers) ? await readToEnd(body) : null
    // Hono remembers nothing of the body yet, so the handler reads this one.
    if (read) c.req.raw = new Request(c.req.raw, { body: read.kept })
    if ((read?.size ?? lengthOf(headers)) > MAX_BODY_BYTES) throw new HTTPException(413)
  }
  await next()
})

/** Whether the body is small enough to be read, even if it was refused. */
export function isReadable(c: AppContext): boolean {
  const { headers } = c.req.raw
  return isChunked(headers) || lengthOf(headers) <= MAX_READ_BYTES
}

function isChunked(headers: Headers): boolean {
  return headers.has('Transfer-Encoding') || !headers.has('Content-Length')
}

function lengthOf(headers: Headers): number {
  return Number(headers.get('Content-Length'))
}

/** `kept` is empty if there was too much to read. */
async function readToEnd(body: ReadableStream<Uint8Array>): Promise<{ size: number; kept: Blob }> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size <= MAX_READ_BYTES) chunks.push(new Uint8Array(chunk))
  }
  return { size, kept: new Blob(size <= MAX_READ_BYTES ? chunks : []) }
}
