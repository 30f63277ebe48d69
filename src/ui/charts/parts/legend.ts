import type { Shape, Tone } from '../../../shared/drawing.ts'
import { type ChartData, toneOf } from '../chart-data.ts'
import { shorten, textWidth } from './text.ts'

const ROW = 20
const SWATCH = 10
const GAP = 6
const BETWEEN = 16

/** Draws what stands for a series in the legend, with its center at a point. */
export type Swatch = (series: number, x: number, y: number) => Shape

/** The names of the series, in rows from the top. None for a single series, which the title names. */
export function legend(
  { series }: ChartData,
  width: number,
  swatch: Swatch = square,
): { shapes: Shape[]; height: number } {
  if (series.length < 2) return { shapes: [], height: 0 }

  let x = 0
  let y = 0
  const shapes = series.flatMap(({ name }, index) => {
    const text = shorten(name, width - SWATCH - GAP)
    const size = SWATCH + GAP + textWidth(text)
    if (x > 0 && x + size > width) {
      x = 0
      y += ROW
    }
    const at = x
    x += size + BETWEEN
    return [swatch(index, at + SWATCH / 2, y + 7), legendText(text, at + SWATCH + GAP, y + 11)]
  })
  return { shapes, height: y + ROW + 6 }
}

export function square(series: number, x: number, y: number): Shape {
  return swatchOf(toneOf(series), x, y)
}

function swatchOf(tone: Tone, x: number, y: number): Shape {
  return { kind: 'rect', x: x - SWATCH / 2, y: y - SWATCH / 2, width: SWATCH, height: SWATCH, tone }
}

function legendText(text: string, x: number, y: number): Shape {
  return { kind: 'text', x, y, text, anchor: 'start', tone: 'label' }
}
