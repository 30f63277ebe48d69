import { sum } from '../../shared/numbers/sum.ts'
import type { ZipEntry } from './entries.ts'

const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const CENTRAL_BYTES = 46
const END_BYTES = 22

/** Without Zip64, a ZIP file has at most so many files and bytes. */
const MAX_FILES = 0xffff
const MAX_BYTES = 0xffffffff

/**
 * The end of a ZIP file: where each of its files begins. `bytes` is the length of all parts before it. Offsets of the
 * entries are from the start of the ZIP file. Throws a RangeError if there are more than 65,535 files or 4 GB.
 */
export function directory(entries: readonly ZipEntry[], bytes: number): Uint8Array {
  if (entries.length > MAX_FILES || bytes > MAX_BYTES)
    throw new RangeError('This is too much for a ZIP file.')
  const headers = entries.map(centralHeader)
  const size = sum(headers.map(({ length }) => length))
  const result = new Uint8Array(size + END_BYTES)
  let at = 0
  for (const header of headers) {
    result.set(header, at)
    at += header.length
  }
  const end = new DataView(result.buffer, size)
  end.setUint32(0, END_OF_DIRECTORY, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, bytes, true)
  return result
}

// It repeats the local header, and adds where that is.
function centralHeader({ name, header, offset }: ZipEntry): Uint8Array {
  const nameBytes = new TextEncoder().encode(name)
  const bytes = new Uint8Array(CENTRAL_BYTES + nameBytes.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, CENTRAL_HEADER, true)
  view.setUint16(4, VERSION, true)
  bytes.set(header, 6)
  // The local header's extra field is not repeated.
  view.setUint16(30, 0, true)
  view.setUint32(42, offset, true)
  bytes.set(nameBytes, CENTRAL_BYTES)
  return bytes
}

/** Version 2.0 of the format: deflate. */
const VERSION = 20
