import { addDays, dayAt, daysBetween } from '../../shared/time.ts'

/** The periods to choose from. `before` names the one that each is compared with: "3 more than in …". */
export const periods = {
  '7d': { tab: '7 days', title: 'Last 7 days', before: 'the 7 days before' },
  '30d': { tab: '30 days', title: 'Last 30 days', before: 'the 30 days before' },
  '90d': { tab: '90 days', title: 'Last 90 days', before: 'the 90 days before' },
  year: { tab: '1 year', title: 'Last year', before: 'the year before' },
  all: { tab: 'All', title: 'Since the beginning', before: null },
} as const satisfies Record<string, { tab: string; title: string; before: string | null }>

export type PeriodKey = keyof typeof periods

export const periodKeys = Object.keys(periods) as [PeriodKey, ...PeriodKey[]]

export const DEFAULT_PERIOD: PeriodKey = '30d'

/** What a bar of a chart is. */
export type Grain = 'day' | 'week' | 'month' | 'year'

/** Days, `YYYY-MM-DD`, in UTC. Both belong to it. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** The days of a period for the filters of a list. `from` is null for all time. */
export interface Days {
  readonly from: string | null
  readonly until: string
}

export function daysOfPeriod({ key, from, to }: Period): Days {
  return { from: key === 'all' ? null : from, until: to }
}

export interface Period extends Span {
  readonly key: PeriodKey
  /** The same time right before. Null for all time. */
  readonly before: Span | null
  /** Days that are added up together. They have no gap and no overlap, and begin no later than `before`. */
  readonly parts: readonly Part[]
}

export interface Part extends Span {
  /** Which time it belongs to: a part of the week in which the period begins can be before it. */
  readonly isBefore: boolean
  /** The first day of the day, week or month whose bar it belongs to. Null if it is before the first bar. */
  readonly bar: string | null
  readonly grain: Grain
}

/** All time has bars for this many months. What is older is added up without a bar. */
const MAX_MONTHS = 120

/** A period that ends today. `now` is in milliseconds UTC. */
export function periodOf(key: PeriodKey, now: number): Period {
  const to = dayAt(now, 'UTC')
  switch (key) {
    case '7d':
      return daysOf(key, to, 7, 'day')
    case '30d':
      return daysOf(key, to, 30, 'day')
    case '90d':
      return daysOf(key, to, 90, 'week')
    case 'year': {
      const from = addDays(yearBefore(to), 1)
      const before = { from: addDays(yearBefore(addDays(from, -1)), 1), to: addDays(from, -1) }
      return { key, from, to, before, parts: partsOf(before.from, from, to, 'week') }
    }
    case 'all': {
      const from = monthsBefore(to, MAX_MONTHS - 1)
      const older: Part = {
        from: '1970-01-02',
        to: addDays(from, -1),
        isBefore: false,
        bar: null,
        grain: 'month',
      }
      return { key, from: older.from, to, before: null, parts: [older, ...partsOf(from, from, to, 'month')] }
    }
  }
}

function daysOf(key: PeriodKey, to: string, count: number, grain: Grain): Period {
  const from = addDays(to, 1 - count)
  const before = { from: addDays(from, -count), to: addDays(from, -1) }
  return { key, from, to, before, parts: partsOf(before.from, from, to, grain) }
}

/** All days from `first` to `to`, cut where a bar or the period begins. */
function partsOf(first: string, from: string, to: string, grain: Grain): Part[] {
  const firstBar = barOf(from, grain)
  const starts = new Set([first, firstBar < first ? first : firstBar, from])
  for (let bar = firstBar; bar <= to; bar = nextBar(bar, grain)) if (bar > from) starts.add(bar)
  const sorted = [...starts].sort()
  return sorted.map((start, index) => {
    const next = sorted[index + 1]
    return {
      from: start,
      to: next ? addDays(next, -1) : to,
      isBefore: start < from,
      bar: start < firstBar ? null : barOf(start, grain),
      grain,
    }
  })
}

/** The first day of the week (a Monday), month or year of a day. */
export function barOf(day: string, grain: Grain): string {
  switch (grain) {
    case 'day':
      return day
    case 'week':
      // 1970-01-05 was a Monday.
      return addDays(day, -(((daysBetween('1970-01-05', day) % 7) + 7) % 7))
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

function nextBar(bar: string, grain: Grain): string {
  switch (grain) {
    case 'day':
      return addDays(bar, 1)
    case 'week':
      return addDays(bar, 7)
    case 'month':
      return barOf(addDays(bar, 31), 'month')
    case 'year':
      return barOf(addDays(bar, 366), 'year')
  }
}

/** The same day a year ago. For February 29, February 28. */
function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1)
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`
}

/** The first day of the month that many months before. */
function monthsBefore(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}
