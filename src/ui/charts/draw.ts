import type { Drawing } from '../../shared/drawing.ts'
import { type ChartData, checkData, isEmpty, isZero } from './chart-data.ts'
import { bars } from './kinds/bars.ts'
import { doughnut } from './kinds/doughnut.ts'
import { lines } from './kinds/lines.ts'
import { rows } from './kinds/rows.ts'
import { stackedBars } from './kinds/stacked-bars.ts'
import { drawn } from './parts/drawn.ts'

const kinds = {
  bars,
  lines,
  'stacked bars': stackedBars,
  rows,
  doughnut,
} as const satisfies Record<string, (data: ChartData, width: number) => Drawing>

export type ChartKind = keyof typeof kinds

/**
 * Draws a chart `width` units wide; the height follows from what is in it. At least 240. Texts are 12 units high.
 * Throws a RangeError for data that no chart can show: see `checkData`.
 */
export function draw(kind: ChartKind, data: ChartData, width: number): Drawing {
  checkData(data)
  const text = nothingIn(data)
  return text === null ? kinds[kind](data, width) : sentence(data, text, width)
}

/** What to say instead of a chart, if it has nothing to show. */
export function nothingIn(data: ChartData): string | null {
  if (isEmpty(data)) return 'No figures yet.'
  return isZero(data) ? 'Nothing in this period.' : null
}

function sentence(data: ChartData, text: string, width: number): Drawing {
  const height = 80
  return drawn(data, text, { width, height }, [
    { kind: 'text', x: width / 2, y: height / 2 + 4, text, anchor: 'middle', tone: 'label' },
  ])
}
