import { round } from './drawn.ts'

/** A part of a ring as a path. Angles are radians, clockwise from the top. */
export function ringPart(
  x: number,
  y: number,
  inner: number,
  outer: number,
  start: number,
  end: number,
): string {
  const at = (radius: number, angle: number) =>
    `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`
  // An arc cannot come back to where it began, so it is drawn in two halves.
  const middle = (start + end) / 2
  const arc = (radius: number, to: number, sweep: 0 | 1) =>
    `A${radius} ${radius} 0 0 ${sweep} ${at(radius, to)}`
  const outside = `M${at(outer, start)}${arc(outer, middle, 1)}${arc(outer, end, 1)}`
  const back = `${at(inner, end)}${arc(inner, middle, 0)}${arc(inner, start, 0)}Z`
  // A whole ring is two circles. One of them turns the other way round, which makes it the hole.
  const isWhole = end - start > 2 * Math.PI - 1e-6
  return isWhole ? `${outside}ZM${back}` : `${outside}L${back}`
}
