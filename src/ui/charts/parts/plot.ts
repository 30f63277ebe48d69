import type { ScaleLinear } from 'd3-scale'
import type { Shape, Tone } from '../../../shared/drawing.ts'
import type { ChartData } from '../chart-data.ts'
import { categoryLabels } from './category-labels.ts'
import { legend, type Swatch } from './legend.ts'
import { textWidth } from './text.ts'
import { valueAxis } from './value-axis.ts'

/** From this width on, a drawing has room for labels at its sides. */
export const WIDE = 480

const LABEL_ROOM = 22
const VALUE_ROOM = 18

/** The field in which values are drawn upward, and what is around it: legend, grid, ticks. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly height: number
  readonly y: ScaleLinear<number, number>
  /** What lies below the marks: legend, grid and ticks. */
  readonly behind: readonly Shape[]
  /** What lies above them: the axis, and the names of the categories at their centers. */
  readonly front: (centers: readonly number[]) => Shape[]
}

export function plot(
  data: ChartData,
  width: number,
  max: number,
  { swatch, rightRoom = 0 }: { swatch?: Swatch; rightRoom?: number } = {},
): Plot {
  const names = rightRoom > 0 ? { shapes: [], height: 0 } : legend(data, width, swatch)
  const top = names.height + VALUE_ROOM
  const fullHeight = width < WIDE ? 150 : 200
  const bottom = top + (max === 0 ? 24 : fullHeight)
  const height = bottom + LABEL_ROOM

  const { scale, ticks } = valueAxis(max, data.format, 4, bottom, top)
  const left = Math.max(...ticks.map((tick) => textWidth(data.format.short(tick)))) + 8
  const right = width - rightRoom
  const horizontal = (value: number, tone: Tone): Shape => ({
    kind: 'line',
    x1: left,
    x2: right,
    y1: scale(value),
    y2: scale(value),
    tone,
  })
  return {
    left,
    right,
    height,
    y: scale,
    behind: [
      ...names.shapes,
      ...ticks.filter((tick) => tick > 0).map((tick) => horizontal(tick, 'grid')),
      ...ticks.map((tick) => tickLabel(data.format.short(tick), left - 8, scale(tick) + 4)),
    ],
    front: (centers) => [
      horizontal(0, 'axis'),
      ...categoryLabels(data.categories, centers, { y: bottom + 17, width }),
    ],
  }
}

function tickLabel(text: string, x: number, y: number): Shape {
  return { kind: 'text', x, y, text, anchor: 'end', tone: 'label' }
}

/** Short values above the marks of a row, if all of them fit beside each other. Where there is nothing, there is none. */
export function valueLabels(
  data: ChartData,
  marks: readonly { x: number; y: number; value: number }[],
  step: number,
): Shape[] {
  const texts = marks.map(({ value }) => data.format.short(value))
  if (texts.some((text) => textWidth(text) + 4 > step)) return []
  return marks.flatMap(({ x, y, value }, index): Shape[] =>
    value === 0
      ? []
      : [{ kind: 'text', x, y: y - 5, text: texts[index] ?? '', anchor: 'middle', tone: 'label' }],
  )
}
