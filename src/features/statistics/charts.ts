import { formatDay, formatMonth } from '../../shared/format.ts'
import type { ChartData, Series } from '../../ui/charts/chart-data.ts'
import type { ChartKind } from '../../ui/charts/draw.ts'
import { countFormat, moneyFormat, type ValueFormat } from '../../ui/charts/value-format.ts'
import type { FigureStyle } from '../reports/figures/format-figure.ts'
import type { Grain } from './period.ts'
import type { Bar, FigureValues } from './values.ts'

/** A chart over time. */
export interface TimeChart {
  readonly id: string
  readonly kind: ChartKind
  readonly data: ChartData
}

/** What was agreed on. `name` is what its readers call it: "Spend agreed". */
export function agreedChart(name: string, values: FigureValues, style: FigureStyle): TimeChart {
  return overTime('agreed', name, 'bars', values, moneyFormat(style.currency, style.locale), [
    { name: 'Amount', values: values.series('agreed') },
  ])
}

export function requestsChart(values: FigureValues, style: FigureStyle): TimeChart {
  return overTime('requests', 'Requests', 'lines', values, countFormat(style.locale), [
    { name: 'New', values: values.series('sent') },
    { name: 'Agreed', values: values.series('closed', 'accepted') },
  ])
}

export function signUpsChart(values: FigureValues, style: FigureStyle): TimeChart {
  return overTime('sign-ups', 'Sign-ups', 'stacked bars', values, countFormat(style.locale), [
    { name: 'Influencers', values: values.series('sign_ups', 'influencer') },
    { name: 'Sponsors', values: values.series('sign_ups', 'sponsor') },
  ])
}

export function publishedChart(values: FigureValues, style: FigureStyle): TimeChart {
  return overTime('published', 'Campaigns published', 'bars', values, countFormat(style.locale), [
    { name: 'Campaigns', values: values.series('published') },
  ])
}

const grains: Readonly<Record<Grain, { readonly title: string; readonly category: string }>> = {
  day: { title: 'by day', category: 'Day' },
  week: { title: 'by week', category: 'Week of' },
  month: { title: 'by month', category: 'Month' },
  year: { title: 'by year', category: 'Year' },
}

function overTime(
  id: string,
  title: string,
  kind: ChartKind,
  { bars, period }: FigureValues,
  format: ValueFormat,
  series: readonly Series[],
): TimeChart {
  const names = grains[bars[0]?.grain ?? 'day']
  const categories = bars.map((bar) => barLabel(bar, period.to))
  return {
    id,
    kind,
    data: { title: `${title} ${names.title}`, categoryName: names.category, categories, series, format },
  }
}

function barLabel({ start, grain }: Bar, today: string): string {
  switch (grain) {
    case 'day':
    case 'week':
      return formatDay(start, today)
    case 'month':
      return formatMonth(Date.parse(`${start}T00:00:00Z`), 'UTC')
    case 'year':
      return start.slice(0, 4)
  }
}
