/// <reference path="./modules.d.ts" />
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create } from 'fontkit'
import { root } from '../worker/wrangler.ts'
import { expoPackage, type WholeFont } from './sources.ts'

/** Copies the weights of a font and returns the code points that it has, as ranges: `20-7e,a0-17f`. */
export async function buildWholeFont(
  { family, file, weights, without }: WholeFont,
  folder: string,
): Promise<string> {
  const found = await Promise.all(
    Object.entries(weights).map(async ([weight, source]) => {
      const path = join(root, 'node_modules', expoPackage(family), source, `${file}_${source}.ttf`)
      const bytes = await readFile(path)
      await writeFile(join(folder, `${family}-${weight}.ttf`), bytes)
      const { characterSet } = create(bytes)
      return ranges(characterSet.filter((codePoint) => !without?.test(String.fromCodePoint(codePoint))))
    }),
  )
  const [coverage, ...others] = found
  if (coverage === undefined || others.some((other) => other !== coverage)) {
    throw new Error(`The weights of ${family} do not have the same characters`)
  }
  return coverage
}

function ranges(codePoints: readonly number[]): string {
  const found: { first: number; last: number }[] = []
  for (const codePoint of codePoints.toSorted((a, b) => a - b)) {
    const range = found.at(-1)
    if (range?.last === codePoint - 1) range.last = codePoint
    else found.push({ first: codePoint, last: codePoint })
  }
  return found.map(({ first, last }) => `${hex(first)}-${hex(last)}`).join(',')
}

const hex = (codePoint: number): string => codePoint.toString(16)
