import type { Text } from '../document.ts'
import type { Color, TextStyle } from '../theme.ts'
import { inVisualOrder, visualText } from './bidi.ts'
import { clustersOf } from './clean.ts'
import { type GlyphsFor, isAlike, type Run, splitRuns } from './runs.ts'
import { type StyledText, styledLines } from './styled-text.ts'

/** What layout asks of the fonts. */
export interface TextTools {
  readonly glyphsFor: GlyphsFor
  /** The width in points of text in a font at a size. */
  measure(font: string, size: number, text: string): number
}

/** A part of a line that is drawn with one call. */
export interface Piece {
  readonly font: string
  /** As fontkit needs it. */
  readonly text: string
  /** What a reader copies. Null where that follows from `text`. */
  readonly actual: string | null
  readonly width: number
  readonly color: Color
  readonly href: string | null
}

/** Pieces from left to right. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
}

interface MeasuredRun extends Run {
  readonly width: number
}

/**
 * Breaks text into lines of at most `width` points. A word that is wider is broken anywhere. There is at least one
 * line, and at most `maxLines`, of which the last one then ends with an ellipsis.
 */
export function layOutText(
  text: Text,
  style: TextStyle,
  width: number,
  tools: TextTools,
  maxLines = Number.POSITIVE_INFINITY,
): Line[] {
  const lines = styledLines(text, style).flatMap((styled) =>
    wrap(measuredRuns(styled, style, tools), width, style, tools).map((runs) =>
      toLine(runs, styled, style, tools),
    ),
  )
  if (maxLines === Number.POSITIVE_INFINITY) return lines
  const ellipsis = layOutText('…', style, width, tools)
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), ...ellipsis]
}

function measuredRuns(styled: StyledText, { size }: TextStyle, tools: TextTools): MeasuredRun[] {
  return splitRuns(styled, tools.glyphsFor).map((run) => ({
    ...run,
    width: tools.measure(run.font, size, run.text),
  }))
}

function wrap(
  runs: readonly MeasuredRun[],
  width: number,
  style: TextStyle,
  tools: TextTools,
): MeasuredRun[][] {
  const lines: MeasuredRun[][] = [[]]
  let used = 0
  for (const word of wordsOf(runs)) {
    const visible = widthOf(trimEnd(word))
    if (used > 0 && used + visible > width) {
      lines.push([])
      used = 0
    }
    for (const part of visible > width ? inPieces(word, style, tools) : [word]) {
      if (used > 0 && used + widthOf(trimEnd(part)) > width) {
        lines.push([])
        used = 0
      }
      lines.at(-1)?.push(...part)
      used += widthOf(part)
    }
  }
  return lines.map(trimEnd)
}

// Runs that may not be separated.
function wordsOf(runs: readonly MeasuredRun[]): MeasuredRun[][] {
  const words: MeasuredRun[][] = []
  for (const run of runs) {
    const word = words.at(-1)
    if (word === undefined || run.breakBefore) words.push([run])
    else word.push(run)
  }
  return words
}

// Each cluster by itself. Arabic letters keep their shapes only within a piece, but that is rare and still readable.
function inPieces(word: readonly MeasuredRun[], { size }: TextStyle, tools: TextTools): MeasuredRun[][] {
  return word.flatMap((run) =>
    clustersOf(run.text).map(({ cluster }) => [
      { ...run, text: cluster, original: cluster, width: tools.measure(run.font, size, cluster) },
    ]),
  )
}

function trimEnd(runs: readonly MeasuredRun[]): MeasuredRun[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '')
  return runs.slice(0, last + 1)
}

const widthOf = (runs: readonly MeasuredRun[]): number => runs.reduce((sum, { width }) => sum + width, 0)

function toLine(
  runs: readonly MeasuredRun[],
  { spans }: StyledText,
  { color, size }: TextStyle,
  { measure }: TextTools,
): Line {
  const pieces = inVisualOrder(joined(runs)).map((run): Piece => {
    const span = spans[run.span]
    const drawn = visualText(run.text, run.level)
    return {
      font: run.font,
      text: drawn,
      actual: actualText(run),
      width: measure(run.font, size, drawn),
      color: span?.color ?? color,
      href: span?.href ?? null,
    }
  })
  return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) }
}

// Fewer calls and smaller files. From right to left the words have to stay apart, because pdfkit would order them.
function joined(runs: readonly MeasuredRun[]): MeasuredRun[] {
  const found: MeasuredRun[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last !== undefined && last.level % 2 === 0 && isAlike(last, run)) {
      found[found.length - 1] = {
        ...last,
        text: last.text + run.text,
        original: last.original + run.original,
      }
    } else found.push(run)
  }
  return found
}

// These fonts draw several characters as one glyph, or in another order. Arabic copies better without.
const complexFonts = /^noto-(sans-devanagari|sans-thai|emoji)-/

function actualText({ font, text, original, isReplaced }: Run): string | null {
  return (isReplaced || complexFonts.test(font)) && text !== '' ? original : null
}
