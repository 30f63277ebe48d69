import { fileResponse } from '../http/file-response.ts'

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/** A CSV file to download. `filename` is the name to save it under, like "campaigns 2026-10.csv". */
export function csvResponse(csv: ReadableStream<Uint8Array>, filename: string): Response {
  return fileResponse(csv, filename, CSV_TYPE)
}
