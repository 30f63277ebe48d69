import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutText } from '../../../src/platform/pdf/text/lines.ts'
import type { TextTools } from '../../../src/platform/pdf/text/measured-runs.ts'
import { styles } from '../../../src/platform/pdf/theme.ts'

/** A font whose characters are all one point wide, and that cannot shape an exclamation mark. */
const tools: TextTools = {
  glyphsFor: ({ cluster, weight }) => ({ font: weight, text: cluster, isReplaced: false }),
  measure: (_font, _size, text) => (text.includes('!') ? null : [...text].length),
}

function linesOf(text: string, width: number, maxLines?: number): string[] {
  return layOutText(text, styles.normal, width, tools, maxLines).map(({ pieces }) =>
    pieces.map((piece) => piece.text).join(''),
  )
}

describe('lines', () => {
  it('hold as many words as fit, without the space at their end', () => {
    expect(linesOf('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  })

  it('begin where the text says so', () => {
    expect(linesOf('one\ntwo\n\nthree', 20)).toEqual(['one', 'two', '', 'three'])
  })

  it('break a word that is wider than a line', () => {
    expect(linesOf('ab abcdefghij k', 4)).toEqual(['ab', 'abcd', 'efgh', 'ij k'])
  })

  it('end with an ellipsis if there are too many', () => {
    expect(linesOf('one two three four five', 9, 2)).toEqual(['one two', 'three…'])
    expect(linesOf('one two', 9, 1)).toEqual(['one two'])
  })

  it('show a sign for what the font cannot shape, and the rest', () => {
    expect(linesOf('ab!cd', 20)).toEqual(['ab\ufffdcd'])
  })

  it('are never wider than allowed, and lose nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, width) => {
          const written = text.replaceAll('!', '')
          const lines = layOutText(written, styles.normal, width, tools)
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width)
          const drawn = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
          expect(drawn.replace(/\s/g, '')).toBe(written.replace(/\s/g, ''))
        },
      ),
    )
  })
})
