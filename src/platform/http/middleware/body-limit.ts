import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from '../context.ts'

/** More than any form can hold. */
const MAX_BODY_BYTES = 256 * 1024

/**
 * Refuses larger request bodies (413). Hono's own `bodyLimit` stops reading a body without a `Content-Length` in
 * the middle. The server then closes the connection, and the next request on it fails. So this reads to the end.
 */
export const limitBody = createMiddleware<AppEnv>(async (c, next) => {
  const { body, headers } = c.req.raw
  if (body) {
    const isChunked = headers.has('Transfer-Encoding') || !headers.has('Content-Length')
    if (!isChunked && Number(headers.get('Content-Length')) > MAX_BODY_BYTES) throw new HTTPException(413)
    if (isChunked) c.req.raw = new Request(c.req.raw, { body: await readToEnd(body) })
  }
  await next()
})

async function readToEnd(body: ReadableStream<Uint8Array>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(new Uint8Array(chunk))
  }
  if (size > MAX_BODY_BYTES) throw new HTTPException(413)
  return new Blob(chunks)
}
