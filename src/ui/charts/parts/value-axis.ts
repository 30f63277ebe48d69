import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { ValueFormat } from '../value-format.ts'

export interface ValueAxis {
  /** From a value to its place in the drawing. */
  readonly scale: ScaleLinear<number, number>
  /** Round values, from 0 to the first one that is not below the largest value. */
  readonly ticks: readonly number[]
}

/** The axis for values from 0 to `max`, drawn from `start` to `end`. About `count` ticks. */
export function valueAxis(
  max: number,
  { step }: ValueFormat,
  count: number,
  start: number,
  end: number,
): ValueAxis {
  const scale = scaleLinear().range([start, end])
  if (max === 0) return { scale, ticks: [0] }

  const steps = Math.ceil(max / step)
  if (steps <= count) {
    scale.domain([0, steps * step])
    return { scale, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) }
  }
  scale.domain([0, max]).nice(count)
  return { scale, ticks: scale.ticks(count) }
}
