import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  DAY,
  dayAt,
  daysBetween,
  endOfDay,
  HOUR,
  isDay,
  isTimeZone,
  momentOf,
  quarterOf,
  SECOND,
  startOfDay,
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
    ['a skipped midnight, Lebanon', '2026-03-28', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['a repeated hour before midnight, Lebanon', '2026-10-24', 'Asia/Beirut', '2026-10-24T22:00:00Z'],
    ['half an hour off the hour', '2026-11-30', 'Asia/Kolkata', '2026-11-30T18:30:00Z'],
    ['the last day of a year', '2026-12-31', 'America/Los_Angeles', '2027-01-01T08:00:00Z'],
    ['February 28 in a leap year', '2028-02-28', 'Pacific/Auckland', '2028-02-28T11:00:00Z'],
    ['February 29', '2028-02-29', 'UTC', '2028-03-01T00:00:00Z'],
  ])('%s', (_, day, zone, moment) => {
    expect(new Date(endOfDay(day, zone)).toISOString()).toBe(new Date(moment).toISOString())
  })

  it('is the first moment after the day, in every time zone on any day', () => {
    const days = fc.integer({ min: 0, max: 70 * 365 }).map((days) => addDays('1980-01-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, day) => {
        // Some zones have skipped a whole day.
        fc.pre(dayAt(endOfDay(addDays(day, -1), zone), zone) === day)
        const end = endOfDay(day, zone)
        expect(dayAt(end, zone) > day).toBe(true)
        expect(dayAt(end - 1, zone)).toBe(day)
      }),
      { numRuns: 500 },
    )
  })

  it('is the first moment after the day, on every clock change of a year', () => {
    const wrong: string[] = []
    for (const zone of zones) {
      for (const day of changes(zone, 2026)) {
        const end = endOfDay(day, zone)
        if (dayAt(end, zone) <= day || dayAt(end - 1, zone) !== day) wrong.push(`${zone} ${day}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('startOfDay', () => {
  it.each([
    ['an ordinary day', '2026-11-22', 'Asia/Kolkata', '2026-11-21T18:30:00Z'],
    ['a skipped midnight', '2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
    ['a repeated midnight', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'],
    ['a day that Samoa skipped', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['the day after it', '2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s', (_, day, zone, moment) => {
    expect(startOfDay(day, zone)).toBe(at(moment))
  })

  it('is the end of the day before, and is on its day', () => {
    const days = fc.integer({ min: 0, max: 40 * 365 }).map((days) => addDays('2012-01-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, day) => {
        const start = startOfDay(day, zone)
        expect(start).toBe(endOfDay(addDays(day, -1), zone))
        expect([dayAt(start, zone), dayAt(start - 1, zone)]).toEqual([day, addDays(day, -1)])
      }),
      { numRuns: 500 },
    )
  })
})

describe('momentOf', () => {
  it.each([
    ['an ordinary time', '2026-11-30', '17:00', 'Asia/Kolkata', '2026-11-30T11:30:00Z'],
    ['across the date line, west', '2026-11-30', '17:00', 'Pacific/Pago_Pago', '2026-12-01T04:00:00Z'],
    ['across the date line, east', '2026-11-30', '17:00', 'Pacific/Kiritimati', '2026-11-30T03:00:00Z'],
    ['just before a gap', '2026-03-29', '01:59', 'Europe/Stockholm', '2026-03-29T00:59:00Z'],
    ['the start of a gap', '2026-03-29', '02:00', 'Europe/Stockholm', '2026-03-29T01:00:00Z'],
    ['in a gap', '2026-03-29', '02:30', 'Europe/Stockholm', '2026-03-29T01:00:00Z'],
    ['just after a gap', '2026-03-29', '03:00', 'Europe/Stockholm', '2026-03-29T01:00:00Z'],
    ['in a gap of half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['a repeated time', '2026-10-25', '02:30', 'Europe/Stockholm', '2026-10-25T00:30:00Z'],
    ['the first after a repeated hour', '2026-10-25', '03:00', 'Europe/Stockholm', '2026-10-25T02:00:00Z'],
    ['17:00 on the day of a change', '2026-03-08', '17:00', 'America/New_York', '2026-03-08T21:00:00Z'],
  ])('%s', (_, day, time, zone, moment) => {
    expect(new Date(momentOf(day, time, zone)).toISOString()).toBe(new Date(moment).toISOString())
  })

  it('is the only moment, the first of two, or the end of a gap, on every clock change of a year', () => {
    const wrong: string[] = []
    for (const zone of zones) {
      for (const day of changes(zone, 2026)) {
        for (const time of ['00:00', '00:30', '01:30', '02:15', '02:30', '23:30']) {
          const moment = momentOf(day, time, zone)
          const [now, before] = [clockAt(moment, zone), clockAt(moment - 60_000, zone)]
          const isExact = now === `${day} ${time}`
          const isGapEnd = before < `${day} ${time}` && now > `${day} ${time}`
          const isRepeat = isExact && clockAt(moment - HOUR, zone) === now
          if (!(isExact || isGapEnd) || isRepeat) wrong.push(`${zone} ${day} ${time}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

/** "2026-03-29 02:30". */
function clockAt(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment)
}

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
    expect(dayAt(at('2026-11-22T22:59:59Z'), 'Europe/Stockholm')).toBe('2026-11-22')
    expect(dayAt(at('2026-11-22T23:00:00Z'), 'Europe/Stockholm')).toBe('2026-11-23')
    expect(dayAt(at('2026-11-22T10:00:00Z'), 'Pacific/Pago_Pago')).toBe('2026-11-21')
    expect(dayAt(0, 'UTC')).toBe('1970-01-01')
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
        const day = addDays('2026-11-22', days)
        expect(addDays(day, -days)).toBe('2026-11-22')
        expect(daysBetween('2026-11-22', day)).toBe(days)
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
