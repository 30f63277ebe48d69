import { scaleLinear } from 'd3-scale'
import type { Drawing, Shape } from '../../../shared/drawing.ts'
import { type ChartData, markTitle, toneOf, totalOf } from '../chart-data.ts'
import { describe } from '../parts/describe.ts'
import { drawn } from '../parts/drawn.ts'
import { legend } from '../parts/legend.ts'
import { WIDE } from '../parts/plot.ts'
import { shorten, textWidth } from '../parts/text.ts'
import { layersOf } from './stacked-bars.ts'

const BAR = 14
const BETWEEN = 8

/**
 * Bars from left to right, for categories with long names. Several series are stacked. The name is beside the bar, or
 * above it where there is little room, and what the parts add up to is at the end.
 */
export function rows(data: ChartData, width: number): Drawing {
  const { categories, format } = data
  const names = legend(data, width)
  const totals = categories.map((_, category) => totalOf(data, category))
  const isWide = width >= WIDE

  const left = isWide ? Math.min(Math.max(...categories.map(textWidth)), width * 0.36) + BETWEEN : 0
  const widest = Math.max(...totals.map((total) => (total === null ? 0 : textWidth(format.short(total)))))
  const x = scaleLinear()
    .domain([0, Math.max(...totals.map((total) => total ?? 0)) || 1])
    .range([left, width - widest - BETWEEN])
  const rowHeight = isWide ? BAR + 12 : BAR + 30
  const topOf = (category: number) => names.height + category * rowHeight + (isWide ? 6 : 22)

  const parts = layersOf(data).map(
    ({ series, category, value, from, to }): Shape => ({
      kind: 'rect',
      x: x(from),
      y: topOf(category),
      width: x(to) - x(from),
      height: BAR,
      tone: toneOf(series),
      title: markTitle(data, series, category, value),
    }),
  )
  const texts = categories.flatMap((category, index): Shape[] => {
    const total = totals[index] ?? null
    const middle = topOf(index) + BAR / 2 + 4
    const label = isWide
      ? ({ x: left - BETWEEN, y: middle, anchor: 'end' } as const)
      : ({ x: 0, y: topOf(index) - 6, anchor: 'start' } as const)
    const name = shorten(category, isWide ? left - BETWEEN : width)
    return [
      { kind: 'text', ...label, text: name, tone: 'label' },
      value(total === null ? '–' : format.short(total), x(total ?? 0) + (isWide || total ? 6 : 0), middle),
    ]
  })
  const height = names.height + categories.length * rowHeight
  const axis: Shape = { kind: 'line', x1: left, x2: left, y1: names.height, y2: height, tone: 'axis' }
  const shapes = [...names.shapes, ...parts, ...(isWide ? [axis] : []), ...texts]
  return drawn(data, describe('Bar chart', data), { width, height }, shapes)
}

function value(text: string, x: number, y: number): Shape {
  return { kind: 'text', x, y, text, anchor: 'start', tone: 'label' }
}
