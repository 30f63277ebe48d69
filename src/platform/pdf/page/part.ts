import { sum } from '../../../shared/numbers/sum.ts'
import type { Sheet } from './sheet.ts'

/** What a page break does not split: a line, a row, a chart. */
export interface Part {
  /** Points above it, unless it begins a page. */
  readonly spaceBefore: number
  /** Points. */
  readonly height: number
  /** Whether the next part should be on the same page. */
  readonly keepWithNext?: boolean
  /** What is drawn above it where it begins a page, like the header of a table. */
  readonly header?: RepeatedHeader
  readonly startsPage?: boolean
  draw(sheet: Sheet, x: number, y: number): void
}

export interface RepeatedHeader {
  readonly height: number
  draw(sheet: Sheet, x: number, y: number): void
}

/** The height of parts below each other. */
export function stackedHeight(parts: readonly Part[]): number {
  return sum(parts.map((part, index) => part.height + (index > 0 ? part.spaceBefore : 0)))
}
