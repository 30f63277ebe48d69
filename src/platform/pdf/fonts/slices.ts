import type { FontLoader } from './font-files.ts'

/** Which slice of a font has which character. */
export interface SliceTable {
  /** The number of a slice that has all the characters, or null. */
  sliceWith(characters: readonly { readonly codePoint: number }[]): number | null
}

/** Loads the table of a family: one byte for each code point, the number of its slice plus one. */
export async function loadSlices(family: string, loadFont: FontLoader): Promise<SliceTable> {
  const table = new Uint8Array(await loadFont(`${family}.slices`))
  return {
    sliceWith(characters) {
      const [slice, ...others] = characters.map(({ codePoint }) => table[codePoint] ?? 0)
      return slice && others.every((other) => other === slice) ? slice - 1 : null
    },
  }
}
