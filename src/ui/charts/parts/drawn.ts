import type { Drawing, Shape } from '../../../shared/drawing.ts'
import type { ChartData } from '../chart-data.ts'

/** Puts a drawing together. Hundredths are enough, and keep the page small. */
export function drawn(
  { title }: ChartData,
  description: string,
  { width, height }: { width: number; height: number },
  shapes: readonly Shape[],
): Drawing {
  return { width, height: round(height), title, description, shapes: shapes.map(rounded) }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

function rounded(shape: Shape): Shape {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height } = shape
      return { ...shape, x: round(x), y: round(y), width: round(width), height: round(height) }
    }
    case 'line': {
      const { x1, y1, x2, y2 } = shape
      return { ...shape, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) }
    }
    case 'text':
      return { ...shape, x: round(shape.x), y: round(shape.y) }
    case 'path':
      return shape
  }
}
