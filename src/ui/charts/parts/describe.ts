import type { ChartData, Series } from '../chart-data.ts'

/**
 * What a chart shows, in a few sentences: "Bar chart by month, Nov to Oct. Amount: highest $4,200 (Jun), lowest $0
 * (Nov)." The table has the rest.
 */
export function describe(what: string, data: ChartData): string {
  const { categories, categoryName, series } = data
  const span = categories.length > 1 ? `, ${categories[0]} to ${categories.at(-1)}` : `: ${categories[0]}`
  const by = `${what} by ${categoryName.toLocaleLowerCase('en')}${span}.`
  return [by, ...series.map((one) => extremes(data, one))].join(' ')
}

function extremes({ categories, format }: ChartData, { name, values }: Series): string {
  const known = values.flatMap((value, index) =>
    value === null ? [] : [{ value, text: `${format.exact(value)} (${categories[index]})` }],
  )
  if (known.length === 0) return `${name}: no figures.`
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
  if (lowest.value === highest.value) return `${name}: ${format.exact(lowest.value)} throughout.`
  return `${name}: highest ${highest.text}, lowest ${lowest.text}.`
}
