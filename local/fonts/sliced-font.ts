/// <reference path="./modules.d.ts" />
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create } from 'fontkit'
import wawoff2 from 'wawoff2'
import { root } from '../worker/wrangler.ts'
import { fontsourcePackage, slicedWeights } from './sources.ts'

/**
 * Writes the slices of a font as TrueType files, and `<family>.slices`: one byte for each code point, which is the
 * number of the slice that has it plus one, or 0 if none does. The published unicode-range is wider than the files.
 */
export async function buildSlicedFont(family: string, folder: string): Promise<void> {
  const source = join(root, 'node_modules', fontsourcePackage(family), 'files')
  const table = new Uint8Array(0x30000)
  for (const slice of await sliceNumbers(family, source)) {
    for (const [weight, number] of Object.entries(slicedWeights)) {
      const woff2 = await readFile(join(source, `${family}-${slice}-${number}-normal.woff2`))
      const font = await wawoff2.decompress(woff2)
      await writeFile(join(folder, `${family}-${weight}-${slice}.ttf`), font)
      if (weight === 'regular')
        for (const codePoint of create(font).characterSet) table[codePoint] = slice + 1
    }
  }
  await writeFile(join(folder, `${family}.slices`), table)
}

// Slices by script, like `latin`, have no number. Other fonts have their characters.
async function sliceNumbers(family: string, source: string): Promise<number[]> {
  const names = await readdir(source)
  const pattern = new RegExp(`^${family}-(\\d+)-${slicedWeights.regular}-normal\\.woff2$`)
  const numbers = names.flatMap((name) => pattern.exec(name)?.[1] ?? []).map(Number)
  if (numbers.length === 0) throw new Error(`${source} has no slices of ${family}`)
  return numbers.sort((a, b) => a - b)
}
