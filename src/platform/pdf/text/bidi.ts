import bidiFactory from 'bidi-js'
import { lazy } from '../../../shared/lazy.ts'
import { clustersOf } from './clean.ts'

const bidi = lazy(bidiFactory)

// Letters that fontkit lays out from right to left, whatever the direction around them.
const rightToLeftLetters = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The level of each UTF-16 unit of a line of text, by the Unicode Bidirectional Algorithm. Odd is right to left. */
export function levelsOf(line: string): Uint8Array {
  return bidi().getEmbeddingLevels(line).levels
}

/** Sorts the parts of a line from left to right (rule L2). Each part has one level. */
export function inVisualOrder<Part extends { readonly level: number }>(parts: readonly Part[]): Part[] {
  const ordered = [...parts]
  const highest = Math.max(0, ...parts.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end++
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(start, end)
    }
  }
  return ordered
}

/**
 * Text of one level as fontkit needs it, which lays out Arabic and Hebrew from right to left and everything else from
 * left to right. Brackets are mirrored where they are read from right to left.
 */
export function visualText(text: string, level: number): string {
  const isRightToLeft = level % 2 === 1
  const mirrored = isRightToLeft ? mirror(text) : text
  if (isRightToLeft === rightToLeftLetters.test(text)) return mirrored
  return clustersOf(mirrored)
    .map(({ cluster }) => cluster)
    .reverse()
    .join('')
}

function mirror(text: string): string {
  return [...text].map((char) => bidi().getMirroredCharacter(char) ?? char).join('')
}
