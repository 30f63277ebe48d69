import type { Weight } from '../theme.ts'
import { type HanStyle, slicedFamilies, type WholeFamily, wholeFamilies } from './families.ts'
import type { SliceTable } from './slices.ts'

/** A grapheme cluster that needs a font. */
export interface Wanted {
  readonly cluster: string
  readonly weight: Weight
  readonly han: HanStyle
}

/** The font that draws a cluster, by the name of its file without the ending, and what it draws. */
export interface Glyphs {
  readonly font: string
  readonly text: string
  /** Whether the text stands for one that no font has. */
  readonly isReplaced: boolean
}

/** Regular and bold of the first family. */
export const baseFont = (weight: Weight): string => `noto-sans-${weight}`

/** For what no font has. */
export const REPLACEMENT = '\uFFFD'

// Invisible characters that steer joining or direction. A font may lack them.
const ignorable = /\p{Default_Ignorable_Code_Point}/u

/** Finds the first font that has a whole cluster. `loadTable` loads the slices of a family. */
export async function chooseGlyphs(
  { cluster, weight, han }: Wanted,
  loadTable: (family: string) => Promise<SliceTable>,
): Promise<Glyphs> {
  const whole = wholeFamilyFor(cluster)
  if (whole !== undefined) return { ...fromWhole(whole, cluster, weight), isReplaced: false }

  const needed = visible(cluster)
  for (const family of slicedFamilies[han]) {
    const slice = (await loadTable(family)).sliceWith(needed)
    if (slice !== null) {
      const text = needed.map(({ char }) => char).join('')
      return { font: `${family}-${weight}-${slice}`, text, isReplaced: false }
    }
  }
  // A letter with a mark that no font has is better than nothing.
  const [first, ...marks] = needed
  if (first !== undefined && marks.length > 0) {
    return { ...(await chooseGlyphs({ cluster: first.char, weight, han }, loadTable)), isReplaced: true }
  }
  return { font: baseFont(weight), text: REPLACEMENT, isReplaced: true }
}

function wholeFamilyFor(cluster: string): WholeFamily | undefined {
  const families = wholeFamilies()
  const needed = visible(cluster)
  const hasAll = (family: WholeFamily) => needed.every(({ codePoint }) => family.has(codePoint))
  // U+FE0F asks for a picture where the character alone would be a letter or a sign.
  return cluster.includes('\uFE0F') ? families.findLast(hasAll) : families.find(hasAll)
}

function fromWhole(family: WholeFamily, cluster: string, weight: Weight) {
  const drawn = [...cluster].filter((char) => isDrawn(family, char)).join('')
  const itsWeight = family.weights.includes(weight) ? weight : 'regular'
  return { font: `${family.name}-${itsWeight}`, text: drawn }
}

// Joiners shape Arabic, Devanagari and emoji. U+FE0F has done its part by now.
function isDrawn(family: WholeFamily, char: string): boolean {
  if (!ignorable.test(char)) return true
  const codePoint = char.codePointAt(0) ?? 0
  const joins = codePoint === 0x200c || codePoint === 0x200d || codePoint >= 0xe0020
  return joins && family.has(codePoint)
}

function visible(cluster: string): { char: string; codePoint: number }[] {
  return [...cluster]
    .filter((char) => !ignorable.test(char))
    .map((char) => ({ char, codePoint: char.codePointAt(0) ?? 0 }))
}
