import type { R2Bucket } from '@cloudflare/workers-types'
import { openDatabase } from '../../../platform/db/database.ts'
import type { Owner } from '../../../platform/personal-data/record.ts'
import { directory } from '../../../platform/zip/directory.ts'
import { packEntries, readEntries, type ZipEntry } from '../../../platform/zip/entries.ts'
import type { ExportRow } from '../../exports/schema.ts'
import { type NewPart, storedParts } from '../../exports/stored/parts.ts'
import type { PartWriter } from '../../exports/stored/write-exports.ts'
import { personalRecords } from '../registry.ts'
import { readme } from './readme.ts'

/** A file of the ZIP ends after so many characters, and the rows go on in another one. Keeps memory small. */
const MAX_CHARACTERS = 4_000_000

/** Where a part begins: the record, how many files it has so far, and the cursor in its rows. */
type Place = readonly [record: number, files: number, after: number]

/**
 * Writes the next part of the ZIP file with everything about a person. A part holds whole files of the ZIP, so it needs
 * nothing of the parts before it, except the last one, which holds the README and the directory of all files.
 */
export const writePersonalData: PartWriter = async (env, bucket, { file }) => {
  const owner: Owner = {
    db: openDatabase(env),
    userId: file.userId,
    currency: env.CURRENCY,
  }
  const [record = 0, files = 0, after = 0] = file.cursor ?? []
  if (record >= personalRecords.length) return lastPart(bucket, file)
  const collected = await collect(owner, [record, files, after])
  return {
    body: packEntries(collected.files, file.createdAt),
    rows: collected.rows,
    next: collected.next,
  }
}

/** Reads rows into files until they are enough for a part. The last place is behind the last record. */
async function collect(owner: Owner, start: Place) {
  const files: Record<string, string> = {}
  let [record, fileCount, after] = start
  let rows = 0
  let characters = 0
  for (; record < personalRecords.length && characters < MAX_CHARACTERS; ) {
    const lines: string[] = []
    let next: number | null = after
    while (next !== null && characters < MAX_CHARACTERS) {
      const page = await rowsAfter(owner, record, next)
      for (const row of page.rows) {
        const line = JSON.stringify(row, null, 2)
        lines.push(line)
        characters += line.length
      }
      next = page.next
    }
    rows += lines.length
    if (lines.length > 0 || fileCount === 0) files[nameOf(record, fileCount)] = `[${lines.join(',\n')}]\n`
    if (next === null) {
      record += 1
      fileCount = 0
      after = 0
    } else {
      fileCount += 1
      after = next
    }
  }
  return { files, rows, next: [record, fileCount, after] as const }
}

function rowsAfter(owner: Owner, record: number, after: number) {
  const { read } = recordAt(record)
  return read(owner, after)
}

/** `messages.json`, `messages-2.json`, … */
function nameOf(record: number, fileCount: number): string {
  const { file } = recordAt(record)
  return fileCount === 0 ? `${file}.json` : `${file}-${fileCount + 1}.json`
}

function recordAt(index: number) {
  const record = personalRecords[index]
  if (!record) throw new RangeError(`There is no record ${index}.`)
  return record
}

async function lastPart(bucket: R2Bucket, file: ExportRow): Promise<NewPart> {
  const entries = await entriesOf(bucket, file)
  const last = packEntries({ 'README.txt': readme(entries, file.createdAt) }, file.createdAt)
  const [own] = readEntries(last)
  const all = own ? [...entries, { ...own, offset: file.bytes }] : entries
  const end = directory(all, file.bytes + last.length)
  const body = new Uint8Array(last.length + end.length)
  body.set(last)
  body.set(end, last.length)
  return { body, rows: 0, next: null }
}

/** The files in the parts that are stored, one part in memory at a time. */
async function entriesOf(bucket: R2Bucket, file: ExportRow): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let start = 0
  for await (const part of storedParts(bucket, file)) {
    const bytes = new Uint8Array(await part.arrayBuffer())
    for (const entry of readEntries(bytes)) entries.push({ ...entry, offset: start + entry.offset })
    start += bytes.length
  }
  return entries
}
