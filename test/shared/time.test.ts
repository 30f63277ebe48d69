import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  DAY,
  dayIn,
  endOfDay,
  HOUR,
  isDay,
  isTimeZone,
  quarterOf,
  SECOND,
} from '../../src/shared/time.ts'

const zones = Intl.supportedValuesOf('timeZone')
const at = (moment: string) => Date.parse(moment)

describe('endOfDay', () => {
  it.each([
    ['an ordinary day', '2026-11-22', 'Europe/Stockholm', '2026-11-22T23:00:00Z'],
    ['an ordinary day far in the east', '2026-11-22', 'Pacific/Kiritimati', '2026-11-22T10:00:00Z'],
    ['an ordinary day far in the west', '2026-11-22', 'Pacific/Pago_Pago', '2026-11-23T11:00:00Z'],
    ['an offset with a quarter-hour', '2026-11-22', 'Asia/Kathmandu', '2026-11-22T18:15:00Z'],
    ['a day of 23 hours', '2026-03-29', 'Europe/Stockholm', '2026-03-29T22:00:00Z'],
    ['a day of 25 hours', '2026-10-25', 'Europe/Stockholm', '2026-10-25T23:00:00Z'],
    ['the night of the change in New York', '2026-11-01', 'America/New_York', '2026-11-02T05:00:00Z'],
    ['a clock change of half an hour', '2026-04-05', 'Australia/Lord_Howe', '2026-04-05T13:30:00Z'],
    ['a skipped midnight, west', '2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
    ['a skipped midnight, Cuba', '2026-03-07', 'America/Havana', '2026-03-08T05:00:00Z'],
    ['a skipped midnight, east', '2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['a repeated hour before midnight', '2026-04-04', 'America/Santiago', '2026-04-05T04:00:00Z'],
    ['a repeated hour after midnight', '2026-10-31', 'America/Havana', '2026-11-01T04:00:00Z'],
    ['the day before the one that Samoa skipped', '2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['February 29', '2028-02-29', 'UTC', '2028-03-01T00:00:00Z'],
  ])('%s', (_, day, zone, moment) => {
    expect(new Date(endOfDay(day, zone)).toISOString()).toBe(new Date(moment).toISOString())
  })

  it('is the first moment after the day, in every time zone on any day', () => {
    const days = fc.integer({ min: 0, max: 70 * 365 }).map((days) => addDays('1980-01-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, day) => {
        // Some zones have skipped a whole day.
        fc.pre(dayIn(zone, endOfDay(addDays(day, -1), zone)) === day)
        const end = endOfDay(day, zone)
        expect(dayIn(zone, end) > day).toBe(true)
        expect(dayIn(zone, end - 1)).toBe(day)
      }),
      { numRuns: 500 },
    )
  })

  it('is the first moment after the day, on every clock change of a year', () => {
    const wrong: string[] = []
    for (const zone of zones) {
      for (const day of changes(zone, 2026)) {
        const end = endOfDay(day, zone)
        if (dayIn(zone, end) <= day || dayIn(zone, end - 1) !== day) wrong.push(`${zone} ${day}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

/** The days of clock changes in a time zone, with the days before and after. */
function changes(zone: string, year: number): string[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const offset = (moment: number) => format.format(moment).split(' ').at(-1)
  const days: string[] = []
  for (let month = 0; month < 12; month++) {
    const [from, to] = [Date.UTC(year, month), Date.UTC(year, month + 1)]
    if (offset(from) === offset(to)) continue
    for (let day = from; day < to; day += DAY) {
      const written = new Date(day).toISOString().slice(0, 10)
      if (offset(day) !== offset(day + DAY)) days.push(addDays(written, -1), written, addDays(written, 1))
    }
  }
  return days
}

describe('days', () => {
  it('depend on the time zone', () => {
    expect(dayIn('Europe/Stockholm', at('2026-11-22T22:59:59Z'))).toBe('2026-11-22')
    expect(dayIn('Europe/Stockholm', at('2026-11-22T23:00:00Z'))).toBe('2026-11-23')
    expect(dayIn('Pacific/Pago_Pago', at('2026-11-22T10:00:00Z'))).toBe('2026-11-21')
    expect(dayIn('UTC', 0)).toBe('1970-01-01')
  })

  it.each(['2026-02-28', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '٢٠٢٦-٠١-٠١',
    '12026-01-01',
    '-026-01-01',
    'today',
    '',
  ])('%j is not a day', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('can be added across months and years, in both directions', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (days) => {
        expect(addDays(addDays('2026-11-22', days), -days)).toBe('2026-11-22')
      }),
    )
  })
})

describe('time zones', () => {
  it('are the ones that the runtime knows', () => {
    for (const zone of [...zones, 'UTC']) expect(isTimeZone(zone)).toBe(true)
    for (const none of [
      '',
      'Mars/Olympus',
      'Europe/',
      '../etc',
      'Europe/Stockholm\0',
      '__proto__',
      'x'.repeat(999),
    ]) {
      expect(isTimeZone(none)).toBe(false)
    }
  })

  it('HOUR is in milliseconds', () => {
    expect([HOUR, DAY]).toEqual([3_600 * SECOND, 86_400_000])
  })
})

it('a day ends at the end of a quarter-hour in every time zone', () => {
  for (const zone of zones) {
    for (const day of ['2026-03-28', '2026-10-24', '2026-12-31']) {
      const end = endOfDay(day, zone)
      expect([zone, quarterOf(end) - quarterOf(end - 1)]).toEqual([zone, 1])
    }
  }
})
