import type { Tone } from '../../shared/drawing.ts'
import { sum } from '../../shared/numbers/sum.ts'
import type { ValueFormat } from './value-format.ts'

/** What a chart shows. Its table is made of the same. */
export interface ChartData {
  readonly title: string
  /** What the categories are, like "Month": the header of the table's first column. */
  readonly categoryName: string
  readonly categories: readonly string[]
  /** Up to `MAX_SERIES`. A doughnut has one. */
  readonly series: readonly Series[]
  readonly format: ValueFormat
}

export interface Series {
  readonly name: string
  /** One for each category, never negative. Null where there is no figure, which is not the same as 0. */
  readonly values: readonly (number | null)[]
}

export const MAX_SERIES = 6

/** Throws a RangeError for figures that no chart can show: negative ones, too many series, a missing category. */
export function checkData({ title, categories, series }: ChartData): void {
  if (series.length > MAX_SERIES) throw new RangeError(`${title}: more than ${MAX_SERIES} series`)
  for (const { name, values } of series) {
    if (values.length !== categories.length) throw new RangeError(`${title}: ${name} lacks categories`)
    const wrong = values.find((value) => value !== null && !(value >= 0 && Number.isFinite(value)))
    if (wrong !== undefined) throw new RangeError(`${title}: ${name} cannot be ${wrong}`)
  }
}

/** Whether there is no figure at all. Zeros are figures. */
export function isEmpty({ series }: ChartData): boolean {
  return series.every(({ values }) => values.every((value) => value === null))
}

/** Whether all figures are zeros: a chart would be a line at its bottom. */
export function isZero({ series }: ChartData): boolean {
  return series.every(({ values }) => values.every((value) => !value))
}

/** All figures of a category, added up. Null if there is none. */
export function totalOf({ series }: ChartData, category: number): number | null {
  const values = series.map(({ values }) => values[category] ?? null).filter((value) => value !== null)
  return values.length > 0 ? sum(values) : null
}

/** The tone of the series with this index. */
export function toneOf(index: number): Tone {
  return tones[index] ?? 'series-6'
}

const tones: readonly Tone[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6']

/** A mark in words: "Oct: $1,200", or "Oct, accepted: 12" if there are several series. */
export function markTitle(data: ChartData, series: number, category: number, value: number): string {
  const name = data.series.length > 1 ? `, ${data.series[series]?.name}` : ''
  return `${data.categories[category]}${name}: ${data.format.exact(value)}`
}
