import { attachment } from '../../shared/attachment.ts'

/** A file to download. `filename` is the name to save it under, like "campaigns 2026-10.csv". */
export function fileResponse(file: ReadableStream<Uint8Array>, filename: string, type: string): Response {
  return new Response(file, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': attachment(filename),
      'Cache-Control': 'private, no-store',
    },
  })
}
