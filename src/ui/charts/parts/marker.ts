import { round } from './drawn.ts'

/** The mark of a series on a line, as a path: a shape of its own for each, so that nobody has to tell colors apart. */
export function marker(series: number, x: number, y: number, radius: number): string {
  const corners = polygons[series % (polygons.length + 1)]
  return corners ? polygon(corners, x, y, radius) : circle(x, y, radius)
}

type Corner = readonly [x: number, y: number]

// All have about the same area. The circle comes first, as the polygon that is missing here.
const polygons: readonly (readonly Corner[] | null)[] = [
  null,
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.3],
    [1.2, 0.9],
    [-1.2, 0.9],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  [
    [0, 1.3],
    [1.2, -0.9],
    [-1.2, -0.9],
  ],
  [
    [-0.5, -1.2],
    [0.5, -1.2],
    [1.2, 0],
    [0.5, 1.2],
    [-0.5, 1.2],
    [-1.2, 0],
  ],
]

function polygon(corners: readonly Corner[], x: number, y: number, radius: number): string {
  const points = corners.map(([dx, dy]) => `${round(x + dx * radius)} ${round(y + dy * radius)}`)
  return `M${points.join('L')}Z`
}

function circle(x: number, y: number, radius: number): string {
  const size = round(radius)
  const half = (toX: number) => `A${size} ${size} 0 0 1 ${round(toX)} ${round(y)}`
  return `M${round(x - radius)} ${round(y)}${half(x + radius)}${half(x - radius)}Z`
}
