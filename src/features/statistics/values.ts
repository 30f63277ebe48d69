import type { RowsOf } from '../../platform/db/select.ts'
import { sum } from '../../shared/numbers/sum.ts'
import { addDays } from '../../shared/time.ts'
import type { Grain, Period } from './period.ts'
import {
  type FigureRow,
  NOW_PART,
  type selectFigures,
  type selectStocks,
  type UnrecordedEnd,
} from './queries.ts'
import type { FlowName, StockName } from './sources.ts'

/** Adds up a figure. Without a dimension, all of its dimensions. */
export type Sum<Name extends string> = (figure: Name, dimension?: string) => number

/** A bar of a chart over time: the first day of its day, week, month or year. */
export interface Bar {
  readonly start: string
  readonly grain: Grain
}

/** The figures of a period as pages need them. */
export interface FigureValues {
  readonly period: Period
  /** How many there are now. */
  readonly now: Sum<StockName>
  /** How many there were in the period. */
  readonly total: Sum<FlowName>
  /** How many there were in the period before. Null if there is none, or if it began before the first figures. */
  readonly before: Sum<FlowName> | null
  /** Whether anything happened in the period. */
  readonly hasActivity: boolean
  readonly bars: readonly Bar[]
  /** A figure of each bar. */
  readonly series: (figure: FlowName, dimension?: string) => number[]
}

/** More months than this are shown as years. */
const MAX_MONTH_BARS = 36

/** From the rows of `selectFigures`. */
export function valuesOf(
  period: Period,
  [rows, ends, [first]]: RowsOf<ReturnType<typeof selectFigures>>,
): FigureValues {
  const firstDay = first?.day == null ? null : addDays('1970-01-01', first.day)
  const all = [...rows, ...ends.flatMap((end) => asRows(end, period))]
  const byPart = Map.groupBy(all, ({ part }) => part)
  const sumOfParts = (parts: readonly number[], figure: string, dimension?: string) =>
    sumOf(
      parts.flatMap((part) => byPart.get(part) ?? []),
      figure,
      dimension,
    )

  const numbers = period.parts.map((_, part) => part)
  const inPeriod = numbers.filter((part) => !period.parts[part]?.isBefore)
  const inBefore = numbers.filter((part) => period.parts[part]?.isBefore)
  const isComparable = period.before !== null && firstDay !== null && firstDay <= period.before.from
  const groups = barsOf(period, firstDay)
  return {
    period,
    now: (figure, dimension) => sumOfParts([NOW_PART], figure, dimension),
    total: (figure, dimension) => sumOfParts(inPeriod, figure, dimension),
    before: isComparable ? (figure, dimension) => sumOfParts(inBefore, figure, dimension) : null,
    hasActivity: inPeriod.some((part) => byPart.get(part)?.some(({ value }) => value !== 0)),
    bars: groups.map(({ bar }) => bar),
    series: (figure, dimension) => groups.map(({ parts }) => sumOfParts(parts, figure, dimension)),
  }
}

/** How many there are now on the whole platform. From the rows of `selectStocks`. */
export function stocksOf([rows, ended]: RowsOf<ReturnType<typeof selectStocks>>): Sum<StockName> {
  const all = [
    ...rows,
    ...ended.flatMap(({ stored, ended, openCategory }) => [
      { figure: 'campaigns', dimension: stored, value: -1 },
      { figure: 'campaigns', dimension: ended, value: 1 },
      ...(openCategory ? [{ figure: 'open_campaigns', dimension: openCategory, value: -1 }] : []),
    ]),
  ]
  return (figure, dimension) => sumOf(all, figure, dimension)
}

/** The sweep has not written down yet that these requests have expired. */
function asRows({ turn, day, count }: UnrecordedEnd, { parts }: Period): FigureRow[] {
  const closed = addDays('1970-01-01', day)
  const part = parts.findIndex(({ from, to }) => closed >= from && closed <= to)
  return [
    { part: NOW_PART, figure: 'requests', dimension: `pending_${turn}`, value: -count },
    { part: NOW_PART, figure: 'requests', dimension: 'expired', value: count },
    { part, figure: 'closed', dimension: 'expired', value: count },
  ]
}

interface BarParts {
  readonly bar: Bar
  readonly parts: readonly number[]
}

/** The bars of a period with their parts. All time begins with the first figures, in months or in years. */
function barsOf({ key, parts }: Period, firstDay: string | null): BarParts[] {
  const numbered = parts.flatMap(({ bar: start, grain, to }, part) =>
    start === null ? [] : [{ start, grain, to, part }],
  )
  if (key !== 'all') return grouped(numbered)
  const last = numbered.at(-1)
  const shown = numbered.filter(({ to }) => firstDay !== null && to >= firstDay)
  if (shown.length === 0) return grouped(last ? [last] : [])
  if (shown.length <= MAX_MONTH_BARS) return grouped(shown)
  return grouped(
    shown.map(({ start, ...month }) => ({
      ...month,
      start: `${start.slice(0, 4)}-01-01`,
      grain: 'year' as const,
    })),
  )
}

function grouped(parts: readonly (Bar & { readonly part: number })[]): BarParts[] {
  return [...Map.groupBy(parts, ({ start }) => start)].map(([start, inside]) => ({
    bar: { start, grain: inside[0]?.grain ?? 'day' },
    parts: inside.map(({ part }) => part),
  }))
}

function sumOf(
  rows: readonly { readonly figure: string; readonly dimension: string; readonly value: number }[],
  figure: string,
  dimension?: string,
): number {
  const wanted = rows.filter(
    (row) => row.figure === figure && (dimension === undefined || row.dimension === dimension),
  )
  return sum(wanted.map(({ value }) => value))
}
