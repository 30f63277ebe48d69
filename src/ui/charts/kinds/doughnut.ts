import { pie } from 'd3-shape'
import type { Drawing, Shape } from '../../../shared/drawing.ts'
import { formatPercent } from '../../../shared/format.ts'
import { sum } from '../../../shared/numbers/sum.ts'
import { type ChartData, MAX_SERIES, toneOf } from '../chart-data.ts'
import { drawn } from '../parts/drawn.ts'
import { square } from '../parts/legend.ts'
import { WIDE } from '../parts/plot.ts'
import { ringPart } from '../parts/ring.ts'
import { shorten, textWidth } from '../parts/text.ts'

const OUTER = 78
const INNER = 50
/** Room for the percentages around the ring. */
const MARGIN = 36
const LINE = 24
/** Between the parts, in radians. */
const GAP = 0.025
const MIN_LABELED = 0.04

type Slice = { readonly name: string; readonly value: number; readonly share: number }

/**
 * The parts of a whole: a ring with the total in its middle, and a list with each part. Of more than six parts, the
 * smallest are added up as "Other". Throws a RangeError if there is more than one series.
 */
export function doughnut(data: ChartData, width: number): Drawing {
  if (data.series.length > 1) throw new RangeError(`${data.title}: a doughnut has one series`)
  const slices = slicesOf(data)
  const total = sum(slices.map(({ value }) => value))
  const isWide = width >= WIDE
  const size = 2 * (OUTER + MARGIN)
  const center = { x: isWide ? size / 2 : width / 2, y: size / 2 }

  const listHeight = slices.length * LINE
  const list = isWide
    ? { x: size + 24, y: Math.max(0, (size - listHeight) / 2), width: Math.min(width - size - 24, 300) }
    : { x: 0, y: size + 4, width }
  const height = isWide ? Math.max(size, listHeight) : size + 4 + listHeight
  const shapes = [
    ...ring(data, slices, center),
    middle(data.format.short(total), center.x, center.y - 2),
    middle('in total', center.x, center.y + 14),
    ...listOf(data, slices, list),
  ]
  return drawn(data, describeParts(data, slices, total), { width, height }, shapes)
}

function slicesOf({ categories, series }: ChartData): Slice[] {
  const parts = categories
    .map((name, index) => ({ name, value: series[0]?.values[index] ?? null }))
    .flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
  const total = sum(parts.map(({ value }) => value))
  return withOther(parts).map((part) => ({ ...part, share: total > 0 ? part.value / total : 0 }))
}

// The others keep their order.
function withOther(parts: { name: string; value: number }[]): { name: string; value: number }[] {
  if (parts.length <= MAX_SERIES) return parts
  const large = new Set(parts.toSorted((a, b) => b.value - a.value).slice(0, MAX_SERIES - 1))
  const rest = parts.filter((part) => !large.has(part))
  const value = sum(rest.map((part) => part.value))
  return [...parts.filter((part) => large.has(part)), { name: `Other (${rest.length})`, value }]
}

function ring({ format }: ChartData, slices: readonly Slice[], { x, y }: { x: number; y: number }): Shape[] {
  const visible = slices.filter(({ value }) => value > 0)
  if (visible.length === 0) {
    return [{ kind: 'path', d: ringPart(x, y, INNER, OUTER, 0, 2 * Math.PI), tone: 'grid' }]
  }
  const angles = pie<Slice>()
    .sort(null)
    .padAngle(visible.length > 1 ? GAP : 0)
    .value(({ value }) => value)(visible)
  return angles.flatMap(({ data: slice, startAngle, endAngle, padAngle }): Shape[] => {
    const { name, value, share } = slice
    const part: Shape = {
      kind: 'path',
      d: ringPart(x, y, INNER, OUTER, startAngle, endAngle - padAngle),
      tone: toneOf(slices.indexOf(slice)),
      title: `${name}: ${format.exact(value)} (${formatPercent(share)})`,
    }
    return share < MIN_LABELED ? [part] : [part, percentage(share, (startAngle + endAngle) / 2, x, y)]
  })
}

function percentage(share: number, angle: number, x: number, y: number): Shape {
  const radius = OUTER + 8
  const side = Math.sin(angle)
  return {
    kind: 'text',
    x: x + radius * side,
    y: y - radius * Math.cos(angle) + 4,
    text: `${Math.round(share * 100)}%`,
    anchor: anchorAt(side),
    tone: 'label',
  }
}

/** `side` is from -1, at the left of the ring, to 1. */
function anchorAt(side: number) {
  if (Math.abs(side) < 0.3) return 'middle'
  return side > 0 ? 'start' : 'end'
}

function middle(text: string, x: number, y: number): Shape {
  return { kind: 'text', x, y, text: shorten(text, 2 * INNER - 12), anchor: 'middle', tone: 'label' }
}

function listOf(
  { format }: ChartData,
  slices: readonly Slice[],
  { x, y, width }: { x: number; y: number; width: number },
): Shape[] {
  return slices.flatMap(({ name, value, share }, index): Shape[] => {
    const middleY = y + index * LINE + LINE / 2
    const figure = `${format.short(value)} · ${formatPercent(share)}`
    const room = width - 16 - 12 - textWidth(figure)
    return [
      square(index, x + 5, middleY),
      { kind: 'text', x: x + 16, y: middleY + 4, text: shorten(name, room), anchor: 'start', tone: 'label' },
      { kind: 'text', x: x + width, y: middleY + 4, text: figure, anchor: 'end', tone: 'label' },
    ]
  })
}

function describeParts({ format }: ChartData, slices: readonly Slice[], total: number): string {
  const parts = slices.map(
    ({ name, value, share }) => `${name} ${format.exact(value)} (${formatPercent(share)})`,
  )
  return `Doughnut chart. ${format.exact(total)} in total: ${parts.join(', ')}.`
}
