import type { CsvColumn } from '../../platform/csv/column.ts'
import { csvHeader, csvRows } from '../../platform/csv/rows.ts'
import { CSV_PAGE_SIZE, type CsvReader, csvStream } from '../../platform/csv/stream.ts'

/** The sort key of the last row of a page. */
export type Cursor = readonly number[]

/** A table of any size as CSV: as one stream, or page by page. */
export interface CsvFile {
  readonly stream: (options: Parameters<typeof csvStream>[2]) => ReadableStream<Uint8Array>
  readonly header: string
  /** The rows after a cursor, or from the start. `next` is null after the last row. */
  readonly page: (
    after: Cursor | null,
  ) => Promise<{ readonly text: string; readonly rows: number; readonly next: Cursor | null }>
}

export function csvFile<Row>(columns: readonly CsvColumn<Row>[], read: CsvReader<Row, Cursor>): CsvFile {
  return {
    stream: (options) => csvStream(columns, read, options),
    header: csvHeader(columns),
    async page(after) {
      const { rows, next } = await read(after)
      return { text: csvRows(columns, rows), rows: rows.length, next }
    },
  }
}

/**
 * Reads a table page by page. `select` returns the rows after a cursor, one more than `size` if there are more. `keyOf`
 * returns a row's sort key.
 */
export function keysetReader<Row>(
  select: (after: Cursor | null, size: number) => PromiseLike<readonly Row[]>,
  keyOf: (row: Row) => Cursor,
): CsvReader<Row, Cursor> {
  return async (after) => {
    const rows = await select(after, CSV_PAGE_SIZE)
    const last = rows[CSV_PAGE_SIZE - 1]
    if (rows.length <= CSV_PAGE_SIZE || last === undefined) return { rows, next: null }
    return { rows: rows.slice(0, CSV_PAGE_SIZE), next: keyOf(last) }
  }
}
