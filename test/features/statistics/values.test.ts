import { describe, expect, it } from 'vitest'
import { typicalAnswerTime } from '../../../src/features/ad-requests/rows/answer-time.ts'
import { compared } from '../../../src/features/statistics/compare.ts'
import {
  type PeriodFigure,
  platformFigures,
  pricePerThousand,
  sponsorFigures,
} from '../../../src/features/statistics/figures.ts'
import { type PeriodKey, periodOf } from '../../../src/features/statistics/period.ts'
import { dayNumber, type FigureRow, NOW_PART } from '../../../src/features/statistics/queries.ts'
import type { FlowName } from '../../../src/features/statistics/sources.ts'
import { valuesOf } from '../../../src/features/statistics/values.ts'

const NOW = Date.parse('2026-11-27T15:00:00Z')
const style = { currency: 'USD', locale: 'en-US' }

type OnDay = readonly [day: string, figure: FlowName, dimension: string, value: number]

/** The values of a period, from figures of single days. `since` is the first day with any. */
function values(key: PeriodKey, days: readonly OnDay[], since: string | null = '2020-01-01') {
  const period = periodOf(key, NOW)
  const rows = days.map(([day, figure, dimension, value]): FigureRow => {
    const part = period.parts.findIndex(({ from, to }) => day >= from && day <= to)
    return { part, figure, dimension, value }
  })
  return valuesOf(period, [rows, [], [{ day: since === null ? null : dayNumber(since) }]])
}

function figure(label: string, figures: readonly PeriodFigure[] = platformFigures): PeriodFigure {
  const found = figures.find((one) => one.label === label)
  if (!found) throw new Error(`There is no figure ${label}.`)
  return found
}

describe('a figure of a period', () => {
  const days: OnDay[] = [
    ['2026-11-27', 'sent', 'invited', 3],
    ['2026-11-21', 'sent', 'applied', 2],
    ['2026-11-20', 'sent', 'invited', 1],
    ['2026-11-13', 'sent', 'invited', 100],
  ]

  it('is compared with the period before, in words', () => {
    expect(compared(figure('Requests sent'), values('7d', days), style)).toEqual({
      text: '5',
      basis: null,
      change: { direction: 'up', isGood: true, text: '4 more than in the 7 days before' },
    })
  })

  it('is compared with nothing if the figures begin later than the period before', () => {
    const change = (since: string | null) =>
      compared(figure('Requests sent'), values('7d', days, since), style).change
    expect(change('2026-11-14')).not.toBeNull()
    expect(change('2026-11-15')).toBeNull()
    expect(change(null)).toBeNull()
  })

  it('of all time is compared with nothing', () => {
    expect(compared(figure('Requests sent'), values('all', days), style)).toEqual({
      text: '106',
      basis: null,
      change: null,
    })
  })

  it('is none if there is nothing to calculate it from', () => {
    const nothing = values('30d', [])
    expect(compared(figure('Acceptance rate'), nothing, style).text).toBe('–')
    expect(compared(figure('First answer'), nothing, style)).toEqual({ text: '–', basis: null, change: null })
    expect(compared(figure('Price per 1,000 reach', sponsorFigures), nothing, style).text).toBe('–')
  })

  it('can be the range of a time', () => {
    const slower = values('7d', [
      ['2026-11-27', 'first_answers', 'two_days', 2],
      ['2026-11-20', 'first_answers', 'hour', 1],
    ])
    expect(compared(figure('First answer'), slower, style)).toEqual({
      text: 'Within 2 days',
      basis: '2 requests',
      change: { direction: 'up', isGood: false, text: 'Slower than in the 7 days before: within 1 hour' },
    })
  })
})

describe('bars', () => {
  it('have the whole week in which the period begins, which the total has not', () => {
    const { series, total, before } = values('90d', [
      ['2026-08-28', 'published', '', 1],
      ['2026-08-30', 'published', '', 10],
      ['2026-08-24', 'published', '', 100],
      ['2026-08-23', 'published', '', 1_000],
    ])
    expect(series('published')[0]).toBe(111)
    expect(total('published')).toBe(10)
    expect(before?.('published')).toBe(1_101)
  })

  it('of all time are months from the first figures on, or years', () => {
    const young = values('all', [['2026-10-05', 'published', '', 2]], '2026-09-30')
    expect(young.bars.map(({ start }) => start)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01'])
    expect(young.series('published')).toEqual([0, 2, 0])
    const old = values('all', [['2023-10-05', 'published', '', 2]], '2023-05-05')
    expect(old.bars).toEqual(
      ['2023', '2024', '2025', '2026'].map((year) => ({ start: `${year}-01-01`, grain: 'year' })),
    )
    expect(old.series('published')).toEqual([2, 0, 0, 0])
  })

  it('of all time without figures are this month', () => {
    expect(values('all', [], null).bars).toEqual([{ start: '2026-11-01', grain: 'month' }])
  })
})

describe('a request that the clock has ended', () => {
  it('counts as expired before the sweep has written it down', () => {
    const period = periodOf('7d', NOW)
    const pending: FigureRow = { part: NOW_PART, figure: 'requests', dimension: 'pending_sponsor', value: 3 }
    const ended = { turn: 'sponsor' as const, day: dayNumber('2026-11-26'), count: 2 }
    const { now, total, before } = valuesOf(period, [[pending], [ended], [{ day: 1 }]])
    expect(now('requests', 'pending_sponsor')).toBe(1)
    expect(now('requests', 'expired')).toBe(2)
    expect(total('closed', 'expired')).toBe(2)
    expect(before?.('closed', 'expired')).toBe(0)
  })
})

describe('the typical answer', () => {
  it('is the range with the median', () => {
    const typical = (counts: Record<string, number>) => typicalAnswerTime((time) => counts[time] ?? 0)
    expect(typical({})).toBeNull()
    expect(typical({ hour: 1 })).toBe('hour')
    expect(typical({ hour: 1, week: 1 })).toBe('hour')
    expect(typical({ hour: 1, day: 1, week: 1 })).toBe('day')
    expect(typical({ hour: 49, longer: 51 })).toBe('longer')
  })
})

describe('the price per 1,000 reach', () => {
  it('is in whole cents, and none without reach', () => {
    expect(pricePerThousand(145_000, 90_000)).toBe(1_611)
    expect(pricePerThousand(145_000, 0)).toBeNull()
  })
})
