import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { amountColumns, type CsvColumn, isoMoment } from '../../../src/platform/csv/column.ts'
import { csvResponse } from '../../../src/platform/csv/response.ts'
import { CSV_PAGE_SIZE, type CsvReader, csvStream } from '../../../src/platform/csv/stream.ts'
import { cents } from '../../../src/shared/money.ts'
import { eventually } from '../../support/eventually.ts'

const textColumns: CsvColumn<readonly [string, string]>[] = [
  { header: 'First', value: ([first]) => first },
  { header: 'Second', value: ([, second]) => second },
]

describe('the text', () => {
  it('is read by another parser as it was written', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ",;\r\n\'é漢😀\t=+-@') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 20 }), async (rows) => {
        const written = await textOf(csvStream(textColumns, pagesOf(rows, 3)))
        const [header, ...records]: string[][] = parse(written, { record_delimiter: '\r\n' })
        expect(header).toEqual(['First', 'Second'])
        expect(records).toEqual(rows.map((row) => row.map(asSpreadsheetText)))
      }),
    )
  })

  it('has ISO dates, plain amounts with their currency, and empty cells for what is missing', async () => {
    type Row = { at: number | null; day: string; amount: number | null; views: number }
    const columns: CsvColumn<Row>[] = [
      { header: 'Sent', value: ({ at }) => isoMoment(at) },
      { header: 'Due', value: ({ day }) => day },
      ...amountColumns<Row>('Amount', ({ amount }) => (amount === null ? null : cents(amount)), 'EUR'),
      { header: 'Views', value: ({ views }) => views },
    ]
    const rows = [
      { at: Date.UTC(2026, 9, 20, 16), day: '2026-11-01', amount: -125005, views: -3 },
      { at: null, day: '2026-11-02', amount: null, views: Number.NaN },
    ]
    expect(await textOf(csvStream(columns, pagesOf(rows, 10)))).toBe(
      'Sent,Due,Amount,Amount currency,Views\r\n' +
        '2026-10-20T16:00:00.000Z,2026-11-01,-1250.05,EUR,-3\r\n' +
        ',2026-11-02,,,\r\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '  =1', '＝1'])(
    'defuses %j',
    async (text) => {
      const written = await textOf(csvStream(textColumns, pagesOf([[text, 'a=b']], 1)))
      expect(parse(written, { from_line: 2, record_delimiter: '\r\n' })).toEqual([[`'${text}`, 'a=b']])
    },
  )

  it('is only the header if there are no rows, and begins with a byte order mark if wanted', async () => {
    const bytes = await bytesOf(csvStream(textColumns, pagesOf([], 1), { byteOrderMark: true }))
    expect(bytes).toEqual([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('First,Second\r\n')])
  })
})

describe('the stream', () => {
  it('never reads ahead of the download, for a million rows', async () => {
    const pages = 1_000_000 / CSV_PAGE_SIZE
    const page = Array.from({ length: CSV_PAGE_SIZE }, (_, index): [string, string] => [`${index}`, 'x'])
    let read = 0
    const reader = csvStream(textColumns, async () => {
      read += 1
      return { rows: page, next: read < pages ? read : null }
    }).getReader()

    expect(read).toBe(0)
    await reader.read()
    let lines = 0
    for (let received = 0; received < pages; received += 1) {
      expect(read).toBe(received)
      const { value } = await reader.read()
      lines += value?.filter((byte) => byte === 10).length ?? 0
    }
    expect(lines).toBe(1_000_000)
    expect((await reader.read()).done).toBe(true)
    expect(read).toBe(pages)
  })

  it('skips pages that a filter has emptied', async () => {
    const pages = [[], [], [['a', 'b']], []] as const
    const read: CsvReader<readonly [string, string], number> = async (after) => {
      const index = after ?? 0
      return { rows: pages[index] ?? [], next: index + 1 < pages.length ? index + 1 : null }
    }
    expect(await textOf(csvStream(textColumns, read))).toBe('First,Second\r\na,b\r\n')
  })

  it('stops reading when the download is canceled, also in the middle of a read', async () => {
    const finish = Promise.withResolvers<void>()
    const onError = vi.fn()
    const read = vi.fn(async (after: number | null) => {
      if (after !== null) await finish.promise
      return { rows: [['a', 'b']] as const, next: (after ?? 0) + 1 }
    })
    const reader = csvStream(textColumns, read, { onError }).getReader()
    await reader.read()
    await reader.read()
    const pending = reader.read()
    await eventually(() => expect(read).toHaveBeenCalledTimes(2))
    await reader.cancel()
    finish.resolve()
    expect((await pending).done).toBe(true)
    expect(read).toHaveBeenCalledTimes(2)
    expect(onError).not.toHaveBeenCalled()
  })

  it('says that it is incomplete if a read fails, and then fails', async () => {
    const onError = vi.fn()
    const lost = new Error('The database is gone')
    const read: CsvReader<readonly [string, string], number> = async (after) => {
      if (after !== null) throw lost
      return { rows: [['a', 'b']], next: 1 }
    }
    const { body } = csvResponse(csvStream(textColumns, read, { onError }), 'a.csv')
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    const received = [await reader?.read(), await reader?.read(), await reader?.read()]
    expect(received.map((chunk) => chunk?.value)).toEqual([
      'First,Second\r\n',
      'a,b\r\n',
      'This file is incomplete because something went wrong. Please download it again.,\r\n',
    ])
    await expect(reader?.read()).rejects.toThrow('The database is gone')
    expect(onError).toHaveBeenCalledExactlyOnceWith(lost)
  })
})

it('is a download that nobody stores', () => {
  const { headers } = csvResponse(csvStream(textColumns, pagesOf([], 1)), 'campaigns.csv')
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="campaigns.csv"; filename*=UTF-8''campaigns.csv`,
    'cache-control': 'private, no-store',
  })
})

function pagesOf<Row>(rows: readonly Row[], size: number): CsvReader<Row, number> {
  return async (after) => {
    const start = after ?? 0
    const end = start + size
    return { rows: rows.slice(start, end), next: end < rows.length ? end : null }
  }
}

function asSpreadsheetText(text: string): string {
  return /^[\t\r\n]/.test(text) || '=+-@'.includes(text.trimStart().charAt(0) || ' ') ? `'${text}` : text
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text()
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  return [...new Uint8Array(await new Response(stream).arrayBuffer())]
}
