import { baseFont, REPLACEMENT } from '../fonts/choose.ts'
import type { TextStyle } from '../theme.ts'
import { clustersOf } from './clean.ts'
import { type GlyphsFor, type Run, splitRuns } from './runs.ts'
import type { StyledText } from './styled-text.ts'

/** What layout asks of the fonts. */
export interface TextTools {
  readonly glyphsFor: GlyphsFor
  /** The width in points of text in a font at a size. Null if the font cannot shape it. */
  measure(font: string, size: number, text: string): number | null
}

export interface MeasuredRun extends Run {
  /** Points. */
  readonly width: number
}

/** Splits a line of text into runs that can be drawn one by one. */
export function measuredRuns(styled: StyledText, { size }: TextStyle, tools: TextTools): MeasuredRun[] {
  return splitRuns(styled, tools.glyphsFor).flatMap((run) => {
    const width = tools.measure(run.font, size, run.text)
    return width === null ? clusterRuns(run, size, tools) : [{ ...run, width }]
  })
}

/**
 * Splits a run into its clusters, and puts a sign in place of those that cannot be shaped even so. Letters that were
 * joined come apart.
 */
export function clusterRuns(run: Run, size: number, { measure }: TextTools): MeasuredRun[] {
  return clustersOf(run.text).map(({ cluster, index }) => {
    const part = { ...run, original: cluster, breakBefore: run.breakBefore && index === 0 }
    const width = measure(run.font, size, cluster)
    if (width !== null) return { ...part, text: cluster, width }
    const sign = { font: baseFont('regular'), text: REPLACEMENT, isReplaced: true }
    return { ...part, ...sign, width: measure(sign.font, size, sign.text) ?? 0 }
  })
}
