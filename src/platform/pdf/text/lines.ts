import type { Text } from '../document.ts'
import type { Color, TextStyle } from '../theme.ts'
import { inVisualOrder, visualText } from './bidi.ts'
import { type MeasuredRun, measuredRuns, type TextTools } from './measured-runs.ts'
import { isAlike, type Run } from './runs.ts'
import { type StyledText, styledLines } from './styled-text.ts'
import { wrap } from './wrap.ts'

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
  const [ellipsis = NO_LINE] = layOutText('…', style, width, tools)
  if (lines.length <= maxLines) return lines
  return layOutText(text, style, width - ellipsis.width, tools)
    .slice(0, maxLines)
    .map((line, index) => (index < maxLines - 1 ? line : besideEachOther(line, ellipsis)))
}

const NO_LINE: Line = { pieces: [], width: 0 }

function besideEachOther(left: Line, right: Line): Line {
  return { pieces: [...left.pieces, ...right.pieces], width: left.width + right.width }
}

function toLine(
  runs: readonly MeasuredRun[],
  { spans }: StyledText,
  { color, size }: TextStyle,
  { measure }: TextTools,
): Line {
  const longer = joined(runs)
  const canDraw = longer.every((run) => measure(run.font, size, run.text) !== null)
  const pieces = inVisualOrder(canDraw ? longer : runs).map((run): Piece => {
    const span = spans[run.span]
    const text = visualText(run.text, run.level)
    return {
      font: run.font,
      text,
      actual: actualText(run),
      width: measure(run.font, size, text) ?? run.width,
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
