import type { Shape } from '../../../shared/drawing.ts'
import { shorten, textWidth } from './text.ts'

const BETWEEN = 8
/** Longer labels are shortened. */
const LONG = 64
/** But not further than this: then every second label is left out, or more. */
const READABLE = 44

/**
 * The names of categories below the axis, each at its center. Where there is no room for all, as many are drawn as
 * fit, evenly. Long ones are shortened, or left out beside others that fit; marks and the table have them whole.
 */
export function categoryLabels(
  categories: readonly string[],
  centers: readonly number[],
  { y, width }: { y: number; width: number },
): Shape[] {
  const step = centers.length > 1 ? Math.abs((centers[1] ?? 0) - (centers[0] ?? 0)) : width
  const widest = Math.max(...categories.map(textWidth))
  const every = Math.max(1, Math.ceil(((widest > LONG ? READABLE : widest) + BETWEEN) / step))

  const labels = categories.flatMap((category, index) => {
    const x = centers[index] ?? 0
    const between = every * step - BETWEEN
    const toEdge = 2 * Math.min(x, width - x)
    const isCutByEdge = every > 1 && toEdge < Math.min(between, textWidth(category))
    return index % every === 0 && !isCutByEdge ? [{ x, category, room: Math.min(between, toEdge) }] : []
  })
  const fitting = labels.filter(({ category, room }) => textWidth(category) <= room)
  return (every > 1 && fitting.length > 0 ? fitting : labels).map(({ x, category, room }) => ({
    kind: 'text',
    x,
    y,
    text: shorten(category, room),
    anchor: 'middle',
    tone: 'label',
  }))
}
