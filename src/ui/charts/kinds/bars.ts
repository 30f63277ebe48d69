import { type ScaleBand, scaleBand } from 'd3-scale'
import type { Drawing, Shape } from '../../../shared/drawing.ts'
import { type ChartData, markTitle, toneOf } from '../chart-data.ts'
import { describe } from '../parts/describe.ts'
import { drawn } from '../parts/drawn.ts'
import { plot, valueLabels } from '../parts/plot.ts'

const MAX_BAR = 44

/** Upright bars: one for each category, or a group of one for each series. */
export function bars(data: ChartData, width: number): Drawing {
  const { categories, series } = data
  const max = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const { behind, front, y, left, right, height } = plot(data, width, max)
  const bands = categoryBands(categories.length, left, right)
  const group = barWidth(bands, series.length)
  const base = y(0)

  const marks = series.flatMap(({ values }, index) =>
    values.flatMap((value, category) => {
      if (value === null) return []
      const x = centerOf(bands, category) - group.whole / 2 + index * group.each
      return [{ x, y: y(value), value, index, category }]
    }),
  )
  const visible = marks.filter(({ value }) => value > 0)
  const rects = visible.map(
    (mark): Shape => ({
      kind: 'rect',
      x: mark.x,
      y: mark.y,
      width: group.bar,
      height: base - mark.y,
      tone: toneOf(mark.index),
      title: markTitle(data, mark.index, mark.category, mark.value),
    }),
  )
  const tops = marks.map((mark) => ({ ...mark, x: mark.x + group.bar / 2 }))
  const values = valueLabels(data, tops, series.length > 1 ? group.each : bands.step())
  const around = front(categories.map((_, category) => centerOf(bands, category)))
  return drawn(data, describe('Bar chart', data), { width, height }, [
    ...behind,
    ...rects,
    ...values,
    ...around,
  ])
}

/** The places of categories along the axis, by their index. */
export function categoryBands(count: number, left: number, right: number): ScaleBand<number> {
  return scaleBand<number>()
    .domain(Array.from({ length: count }, (_, index) => index))
    .range([left, right])
    .paddingInner(0.28)
    .paddingOuter(0.14)
}

export function centerOf(bands: ScaleBand<number>, category: number): number {
  return (bands(category) ?? 0) + bands.bandwidth() / 2
}

/** How wide the bars of a category are. A few bars do not become slabs. */
export function barWidth(bands: ScaleBand<number>, count: number) {
  const each = Math.min(bands.bandwidth() / count, MAX_BAR)
  return { whole: each * count, each, bar: count > 1 ? each * 0.9 : each }
}
