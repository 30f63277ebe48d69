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
  /** What a screen reader says. Null where that follows from `text`. */
  readonly spoken: string | null
  /** Points from the left of the line. */
  readonly left: number
  readonly width: number
  readonly color: Color
  readonly href: string | null
}

/** Pieces in reading order, which is also the order in which they are copied and read aloud. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
}

/**
 * Breaks text into lines of at most `width` points. A word that is wider is broken anywhere. There is at least one
 * line, and at most `maxLines`. A text that is cut off ends with an ellipsis.
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
  const moved = right.pieces.map((piece) => ({ ...piece, left: piece.left + left.width }))
  return { pieces: [...left.pieces, ...moved], width: left.width + right.width }
}

function toLine(
  runs: readonly MeasuredRun[],
  { spans }: StyledText,
  { color, size }: TextStyle,
  { measure }: TextTools,
): Line {
  const longer = joined(runs)
  const canDraw = longer.every((run) => measure(run.font, size, run.text) !== null)
  const pieces = (canDraw ? longer : runs).map((run) => {
    const span = spans[run.span]
    const text = visualText(run.text, run.level)
    return {
      font: run.font,
      text,
      actual: actualText(run),
      spoken: /^noto-sans-arabic-/.test(run.font) ? run.original : null,
      width: measure(run.font, size, text) ?? run.width,
      color: span?.color ?? color,
      href: span?.href ?? null,
      level: run.level,
      left: 0,
    }
  })
  let width = 0
  for (const piece of inVisualOrder(pieces)) {
    piece.left = width
    width += piece.width
  }
  return { pieces, width }
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

// These fonts draw several characters as one glyph, or in another order. Arabic does so too, but viewers expect text
// from right to left to be in the order of the eye, and would turn the actual text around.
const complexFonts = /^noto-(sans-devanagari|sans-thai|emoji)-/

function actualText({ font, text, original, isReplaced }: Run): string | null {
  return (isReplaced || complexFonts.test(font)) && text !== '' ? original : null
}
