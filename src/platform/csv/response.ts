import { attachment } from '../../shared/attachment.ts'

/** A CSV file to download. `filename` is the name to save it under, like "campaigns 2026-10.csv". */
export function csvResponse(csv: ReadableStream<Uint8Array>, filename: string): Response {
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachment(filename),
      'Cache-Control': 'private, no-store',
    },
  })
}
