import type { Glyphs, Wanted } from '../fonts/choose.ts'
import { hanStyleOf } from '../fonts/families.ts'
import { levelsOf } from './bidi.ts'
import { breaksOf } from './breaks.ts'
import { clustersOf } from './clean.ts'
import type { StyledText } from './styled-text.ts'

/** A part of a line in one font, one direction and one style, up to where the line may break. */
export interface Run {
  readonly font: string
  /** What is drawn, in reading order. */
  readonly text: string
  /** What a reader copies, if it is not `text`. */
  readonly original: string
  readonly level: number
  /** The part of the text with its own style that the run belongs to. */
  readonly span: number
  /** Whether the line may break before it. */
  readonly breakBefore: boolean
  readonly isReplaced: boolean
}

export type GlyphsFor = (wanted: Wanted) => Glyphs

/** Splits a line of text into runs, in reading order. Their texts together are the line. */
export function splitRuns({ text, spanAt, spans }: StyledText, glyphsFor: GlyphsFor): Run[] {
  const levels = levelsOf(text)
  const breaks = breaksOf(text)
  const han = hanStyleOf(text)
  const runs: Run[] = []
  for (const { cluster, index } of clustersOf(text)) {
    const span = spanAt(index)
    const weight = spans[span]?.weight ?? 'regular'
    const glyphs = glyphsFor({ cluster, weight, han })
    const level = levels[index] ?? 0
    const breakBefore = breaks.has(index)
    const last = runs.at(-1)
    const next: Run = { ...glyphs, original: cluster, level, span, breakBefore }
    if (last !== undefined && !breakBefore && mayJoin(last, next)) runs[runs.length - 1] = join(last, next)
    else runs.push(next)
  }
  return runs
}

// A space is a run of its own: pdfkit would split there, and put the words of Arabic in the wrong order.
function mayJoin(one: Run, other: Run): boolean {
  return isAlike(one, other) && isSpace(one) === isSpace(other)
}

/** Whether two runs differ only in their text. */
export function isAlike(one: Run, other: Run): boolean {
  return (
    one.font === other.font &&
    one.level === other.level &&
    one.span === other.span &&
    one.isReplaced === other.isReplaced
  )
}

const isSpace = ({ text }: Run): boolean => text.trim() === ''

function join(one: Run, other: Run): Run {
  return { ...one, text: one.text + other.text, original: one.original + other.original }
}
