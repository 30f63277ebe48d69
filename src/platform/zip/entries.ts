import { strToU8, zipSync } from 'fflate'

/** A file in a ZIP file, as its local header describes it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes 4 to 29 of the local header: version, flags, method, time, checksum, sizes, lengths of name and extra. */
  readonly header: Uint8Array
  /** Where it begins, from the start of the part. */
  readonly offset: number
  /** Bytes, as unpacked. */
  readonly size: number
}

const LOCAL_HEADER = 0x04034b50
const END_OF_DIRECTORY = 0x06054b50
const HEADER_BYTES = 30
const END_BYTES = 22

/**
 * Packs whole files. What it returns is a part of a ZIP file: parts can be put one after the other, and `directory`
 * makes what comes after the last one. `at` is when they were changed, in milliseconds UTC, from 1980 on.
 */
export function packEntries(files: Readonly<Record<string, string>>, at: number): Uint8Array {
  const contents = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  const zip = zipSync(Object.fromEntries(contents), { mtime: at, level: 6 })
  const end = new DataView(zip.buffer, zip.byteOffset + zip.byteLength - END_BYTES)
  if (end.getUint32(0, true) !== END_OF_DIRECTORY) throw new Error('This ZIP file has no end.')
  const directoryAt = end.getUint32(16, true)
  return zip.slice(0, directoryAt)
}

/** Finds the files in a part that `packEntries` made. */
export function readEntries(part: Uint8Array): ZipEntry[] {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength)
  const entries: ZipEntry[] = []
  let offset = 0
  while (offset < part.length) {
    if (view.getUint32(offset, true) !== LOCAL_HEADER) throw new Error(`No file begins at byte ${offset}.`)
    const packed = view.getUint32(offset + 18, true)
    const nameLength = view.getUint16(offset + 26, true)
    const extraLength = view.getUint16(offset + 28, true)
    entries.push({
      name: new TextDecoder().decode(
        part.subarray(offset + HEADER_BYTES, offset + HEADER_BYTES + nameLength),
      ),
      header: part.slice(offset + 4, offset + HEADER_BYTES),
      offset,
      size: view.getUint32(offset + 22, true),
    })
    offset += HEADER_BYTES + nameLength + extraLength + packed
  }
  return entries
}
