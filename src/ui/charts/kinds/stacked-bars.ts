import { stack } from 'd3-shape'
import type { Drawing, Shape } from '../../../shared/drawing.ts'
import { type ChartData, markTitle, toneOf, totalOf } from '../chart-data.ts'
import { describe } from '../parts/describe.ts'
import { drawn } from '../parts/drawn.ts'
import { plot, valueLabels } from '../parts/plot.ts'
import { barWidth, categoryBands, centerOf } from './bars.ts'

/** Upright bars of parts, the first series at the bottom. Above each is what its parts add up to. */
export function stackedBars(data: ChartData, width: number): Drawing {
  const { categories } = data
  const totals = categories.map((_, category) => totalOf(data, category))
  const max = Math.max(...totals.map((total) => total ?? 0))
  const { behind, front, y, left, right, height } = plot(data, width, max)
  const bands = categoryBands(categories.length, left, right)
  const { bar } = barWidth(bands, 1)

  const parts = layersOf(data).flatMap(({ series, category, value, from, to }): Shape[] => [
    {
      kind: 'rect',
      x: centerOf(bands, category) - bar / 2,
      y: y(to),
      width: bar,
      height: y(from) - y(to),
      tone: toneOf(series),
      title: markTitle(data, series, category, value),
    },
  ])
  const sums = totals.flatMap((value, category) =>
    value === null ? [] : [{ x: centerOf(bands, category), y: y(value), value }],
  )
  const around = front(categories.map((_, category) => centerOf(bands, category)))
  const values = valueLabels(data, sums, bands.step())
  const description = describe('Stacked bar chart', data)
  return drawn(data, description, { width, height }, [...behind, ...parts, ...values, ...around])
}

/** The parts of all bars, each from where the one before ends. Parts of nothing are left out. */
export function layersOf({ categories, series }: ChartData) {
  const layers = stack<unknown, number, number>()
    .keys(series.map((_, index) => index))
    .value((category, index) => series[index]?.values[category] ?? 0)(categories.map((_, index) => index))
  return layers
    .flatMap((layer) =>
      layer.map(([from, to], category) => ({
        series: layer.key,
        category,
        value: series[layer.key]?.values[category] ?? 0,
        from,
        to,
      })),
    )
    .filter(({ value }) => value > 0)
}
