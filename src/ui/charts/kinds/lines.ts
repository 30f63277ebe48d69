import { scalePoint } from 'd3-scale'
import type { Drawing, Shape } from '../../../shared/drawing.ts'
import { type ChartData, markTitle, toneOf } from '../chart-data.ts'
import { describe } from '../parts/describe.ts'
import { drawn } from '../parts/drawn.ts'
import { marker } from '../parts/marker.ts'
import { plot, valueLabels, WIDE } from '../parts/plot.ts'
import { textWidth } from '../parts/text.ts'

/** More points than this have no markers of their own, only every second, third and so on. */
const MAX_MARKERS = 60
const NAME_GAP = 22
const NAME_LINE = 15

type Point = { x: number; y: number; value: number; category: number }

/** Lines over time. A gap stays a gap. Each series has a marker of its own shape, and its name at the end if it fits. */
export function lines(data: ChartData, width: number): Drawing {
  const { categories, series } = data
  const max = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const rightRoom = max > 0 ? roomForNames(data, width) : 0
  const { behind, front, y, left, right, height } = plot(data, width, max, { swatch, rightRoom })
  const x = scalePoint<number>()
    .domain(categories.map((_, index) => index))
    .range([left, right])
    .padding(0.4)

  const points = series.map(({ values }) =>
    values.map((value, category): Point | null =>
      value === null ? null : { x: x(category) ?? left, y: y(value), value, category },
    ),
  )
  const radius = Math.min(4.5, Math.max(x.step() / 3, 1.25))
  const every = Math.ceil(categories.length / MAX_MARKERS)
  const marks = points.flatMap((line, index) => [
    ...segments(line, index),
    ...line
      .filter((point) => point !== null)
      .filter(({ category }) => category % every === 0 || category === categories.length - 1)
      .map(
        (point): Shape => ({
          kind: 'path',
          d: marker(index, point.x, point.y, radius),
          tone: toneOf(index),
          title: markTitle(data, index, point.category, point.value),
        }),
      ),
  ])
  const first = points[0]?.filter((point) => point !== null) ?? []
  const values = series.length === 1 ? valueLabels(data, besideLine(first, y(0)), x.step()) : []
  const names = rightRoom > 0 ? endNames(data, points, right, y(0)) : []
  const around = front(categories.map((_, index) => x(index) ?? left))
  const all = [...behind, ...marks, ...values, ...names, ...around]
  return drawn(data, describe('Line chart', data), { width, height }, all)
}

function swatch(series: number, x: number, y: number): Shape {
  return { kind: 'path', d: marker(series, x, y, 3.8), tone: toneOf(series) }
}

function segments(line: readonly (Point | null)[], series: number): Shape[] {
  return line.flatMap((point, index): Shape[] => {
    const before = line[index - 1]
    if (!point || !before) return []
    return [{ kind: 'line', x1: before.x, y1: before.y, x2: point.x, y2: point.y, tone: toneOf(series) }]
  })
}

// Values are above their points, but below those from which the line goes up on both sides.
function besideLine(line: readonly Point[], base: number): Point[] {
  return line.map((point, index) => {
    const neighbors = [line[index - 1], line[index + 1]].filter((neighbor) => neighbor !== undefined)
    const isLow = neighbors.length > 0 && neighbors.every(({ value }) => value > point.value)
    const below = point.y + 24
    return { ...point, y: isLow && below < base ? below : point.y - 4 }
  })
}

// Names take up to a quarter of a wide drawing. If they need more, the legend has them.
function roomForNames({ series }: ChartData, width: number): number {
  if (series.length < 2 || width < WIDE) return 0
  const widest = Math.max(...series.map(({ name }) => textWidth(name)))
  return widest + NAME_GAP <= width / 4 ? widest + NAME_GAP : 0
}

// Names of lines that end close to each other are moved apart: downward, and up again above the axis.
function endNames(
  { series }: ChartData,
  points: readonly (readonly (Point | null)[])[],
  right: number,
  lowest: number,
): Shape[] {
  const ends = points
    .flatMap((line, index) => {
      const last = line.findLast((point) => point !== null)
      return last ? [{ index, y: last.y }] : []
    })
    .toSorted((a, b) => a.y - b.y)
  let above = Number.NEGATIVE_INFINITY
  for (const end of ends) {
    end.y = Math.max(end.y, above + NAME_LINE)
    above = end.y
  }
  let below = lowest + NAME_LINE
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, below - NAME_LINE)
    below = end.y
  }

  return ends.flatMap(({ index, y }): Shape[] => [
    swatch(index, right + 10, y),
    {
      kind: 'text',
      x: right + NAME_GAP,
      y: y + 4,
      text: series[index]?.name ?? '',
      anchor: 'start',
      tone: 'label',
    },
  ])
}
