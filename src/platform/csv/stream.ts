import type { CsvColumn } from './column.ts'
import { csvHeader, csvIncomplete, csvRows } from './rows.ts'

/** How many rows a reader should return at a time. */
export const CSV_PAGE_SIZE = 2_000

/** Reads the rows after a cursor, or from the start. `next` is null after the last row. */
export type CsvReader<Row, Cursor> = (
  after: Cursor | null,
) => Promise<{ readonly rows: readonly Row[]; readonly next: Cursor | null }>

interface Options {
  /** Starts with a byte order mark, without which Excel takes UTF-8 for an old Windows encoding. */
  readonly byteOrderMark?: boolean
  /** Called with the reason if the stream fails. The download has begun by then, so no error page can say it. */
  readonly onError?: (error: unknown) => void
}

/**
 * Streams a table of any size as CSV. The next page is only read when the one before has been sent, so memory holds
 * one page. If a read fails, the last row says that the file is incomplete, and then the stream fails. The browser
 * should show a failed download, but workerd still ends such a response as if it were complete
 * (cloudflare/workerd#6818), so the file has to say it.
 */
export function csvStream<Row, Cursor>(
  columns: readonly CsvColumn<Row>[],
  read: CsvReader<Row, Cursor>,
  { byteOrderMark = false, onError = () => {} }: Options = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let head: string | null = (byteOrderMark ? BYTE_ORDER_MARK : '') + csvHeader(columns)
  let after: Cursor | null = null
  let isCanceled = false
  let failure: { readonly error: unknown } | null = null

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (failure) return controller.error(failure.error)
        if (head !== null) {
          controller.enqueue(encoder.encode(head))
          head = null
          return
        }
        try {
          const page = await readPage(read, after)
          if (isCanceled) return
          if (page.rows.length > 0) controller.enqueue(encoder.encode(csvRows(columns, page.rows)))
          if (page.next === null) controller.close()
          after = page.next
        } catch (error) {
          if (isCanceled) return
          onError(error)
          failure = { error }
          // In a chunk of its own: a stream that fails drops what nobody has read yet.
          controller.enqueue(encoder.encode(csvIncomplete(columns)))
        }
      },
      cancel() {
        isCanceled = true
      },
    },
    // By default a stream reads one chunk ahead.
    { highWaterMark: 0 },
  )
}

export const BYTE_ORDER_MARK = '\uFEFF'

// A filter may leave a page empty in the middle. A pull that adds nothing would not be repeated.
async function readPage<Row, Cursor>(read: CsvReader<Row, Cursor>, from: Cursor | null) {
  let page = await read(from)
  while (page.rows.length === 0 && page.next !== null) page = await read(page.next)
  return page
}
