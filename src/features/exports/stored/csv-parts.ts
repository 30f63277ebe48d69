import type { CsvFile, Cursor } from '../csv-file.ts'
import { MAX_CHARACTERS, MAX_PAGES } from '../export.ts'
import { exportContext } from '../export-context.ts'
import { type ExportKind, exportKindKeys, exportKinds } from '../kinds.ts'
import type { NewPart } from './parts.ts'
import { type PartWriter, type PartWriters, writeStored } from './write-exports.ts'

/** How to write the lists that people export. */
export const csvWriters: PartWriters = Object.fromEntries(
  exportKindKeys.map((kind) => [kind, csvWriter(kind)]),
)

/** The job for those lists. */
export const writeExports = writeStored(csvWriters)

function csvWriter(kind: ExportKind): PartWriter {
  return (env, _bucket, { file, role }) => {
    // Its states are those of when it was asked for, in all parts.
    const context = exportContext(env, { id: file.userId, role }, file.createdAt)
    const csv = exportKinds[kind].file(context, file.filters)
    return partOf(csv, file.parts === 0, file.cursor)
  }
}

async function partOf(csv: CsvFile, isFirst: boolean, cursor: Cursor | null): Promise<NewPart> {
  let body = isFirst ? csv.header : ''
  let rows = 0
  let next = cursor
  for (let pages = 0; pages < MAX_PAGES && body.length < MAX_CHARACTERS; pages += 1) {
    const page = await csv.page(next)
    body += page.text
    rows += page.rows
    next = page.next
    if (next === null) break
  }
  return { body, rows, next }
}
