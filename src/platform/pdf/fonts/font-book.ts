import { chooseGlyphs, type Glyphs, type Wanted } from './choose.ts'
import type { FontLoader } from './font-files.ts'
import { loadSlices } from './slices.ts'

/** The fonts that a document needs. */
export interface FontBook {
  /** Files by the name of their font. */
  readonly files: ReadonlyMap<string, ArrayBuffer>
  /** Throws if the cluster was not wanted when the fonts were loaded. */
  glyphsFor(wanted: Wanted): Glyphs
}

export const keyOf = ({ cluster, weight, han }: Wanted): string => `${weight} ${han} ${cluster}`

/** Loads each font that draws one of the clusters, once. Rejects if the loader does. */
export async function loadFonts(clusters: readonly Wanted[], loadFont: FontLoader): Promise<FontBook> {
  const loadTable = memoize((family: string) => loadSlices(family, loadFont))
  const load = memoize((font: string) => loadFont(`${font}.ttf`))
  const glyphs = new Map<string, Glyphs>()
  const files = new Map<string, ArrayBuffer>()
  await Promise.all(
    clusters.map(async (wanted) => {
      const chosen = await chooseGlyphs(wanted, loadTable)
      glyphs.set(keyOf(wanted), chosen)
      files.set(chosen.font, await load(chosen.font))
    }),
  )
  return {
    files,
    glyphsFor(wanted) {
      const found = glyphs.get(keyOf(wanted))
      if (found === undefined) throw new Error(`No font was loaded for ${JSON.stringify(wanted)}`)
      return found
    },
  }
}

function memoize<Value>(load: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const loaded = new Map<string, Promise<Value>>()
  return (name) => {
    const found = loaded.get(name) ?? load(name)
    loaded.set(name, found)
    return found
  }
}
