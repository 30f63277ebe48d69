import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, isMonthName, monthAt, monthIn, monthLabel } from '../../../src/features/reports/month.ts'
import { isReportDue, nextReport, reportedMonth } from '../../../src/features/reports/monthly/report-time.ts'
import { dayAt, HOUR } from '../../../src/shared/time.ts'

const zones = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
)
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })

describe('a month', () => {
  it('ends where the next one begins, in each time zone', () => {
    fc.assert(
      fc.property(zones, moments, (timeZone, at) => {
        const month = monthIn(monthAt(at, timeZone), timeZone)
        expect(month.from).toBeLessThanOrEqual(at)
        expect(month.to).toBeGreaterThan(at)
        expect(monthIn(addMonths(month.name, 1), timeZone).from).toBe(month.to)
        expect(dayAt(month.to - 1, timeZone).slice(0, 7)).toBe(month.name)
      }),
    )
  })

  it('knows January, and February of a leap year', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    const { from, to } = monthIn('2028-02', 'UTC')
    expect((to - from) / HOUR).toBe(29 * 24)
  })

  it('is as long as its clocks say', () => {
    const { from, to } = monthIn('2026-11', 'America/New_York')
    expect((to - from) / HOUR).toBe(30 * 24 + 1)
  })

  it.each(['2026-13', '2026-00', '26-10', '2026-1', '1999-12', '2026-10-01', ''])('is not %j', (text) => {
    expect(isMonthName(text)).toBe(false)
  })

  it('has its year in the label only if it is another year', () => {
    expect(monthLabel('2026-09', '2026-10')).toBe('September')
    expect(monthLabel('2025-12', '2026-01')).toBe('December 2025')
  })
})

describe('a report', () => {
  const eight = Date.UTC(2026, 10, 1, 13)
  const zone = 'America/New_York'

  it('is due at 8 AM on the 1st of the reader', () => {
    expect(nextReport(eight - 1, zone)).toBe(eight)
    expect(nextReport(eight, zone)).toBe(Date.UTC(2026, 11, 1, 13))
    expect(isReportDue(eight, eight - 1, zone)).toBe(false)
    expect(isReportDue(eight, eight, zone)).toBe(true)
    expect(isReportDue(eight, eight + 40 * 24 * HOUR, zone)).toBe(true)
  })

  it('is due on the first two days for somebody who is not planned', () => {
    expect(isReportDue(0, eight - 1, zone)).toBe(false)
    expect(isReportDue(0, eight, zone)).toBe(true)
    expect(isReportDue(0, eight + 48 * HOUR - 1, zone)).toBe(true)
    expect(isReportDue(0, eight + 48 * HOUR, zone)).toBe(false)
  })

  it('is about the last month that is over where the reader lives', () => {
    expect(reportedMonth(Date.UTC(2026, 10, 1, 3), zone)).toBe('2026-09')
    expect(reportedMonth(eight, zone)).toBe('2026-10')
  })
})
