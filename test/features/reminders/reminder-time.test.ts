import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCallingBack, isReminderDue, nextReminder } from '../../../src/features/reminders/reminder-time.ts'
import { dayAt } from '../../../src/shared/time.ts'

const at = (text: string) => Date.parse(text)
const iso = (moment: number) => new Date(moment).toISOString()

describe('the next reminder', () => {
  it.each([
    ['today if it is before 5 PM', '2026-11-27T10:00:00Z', 'UTC', '2026-11-27T17:00:00.000Z'],
    ['tomorrow if it is 5 PM', '2026-11-27T17:00:00Z', 'UTC', '2026-11-28T17:00:00.000Z'],
    ['in a zone with half an hour', '2026-11-27T10:00:00Z', 'Asia/Kolkata', '2026-11-27T11:30:00.000Z'],
    ['in a zone with three quarters', '2026-11-27T12:00:00Z', 'Asia/Kathmandu', '2026-11-28T11:15:00.000Z'],
    ['beyond the date line', '2026-11-27T05:00:00Z', 'Pacific/Kiritimati', '2026-11-28T03:00:00.000Z'],
    [
      'on the day that summer time begins',
      '2026-03-29T10:00:00Z',
      'Europe/Berlin',
      '2026-03-29T15:00:00.000Z',
    ],
    ['on the day that it ends', '2026-10-25T10:00:00Z', 'Europe/Berlin', '2026-10-25T16:00:00.000Z'],
    ['at the end of a month', '2026-11-30T18:00:00Z', 'UTC', '2026-12-01T17:00:00.000Z'],
    ['on a leap day', '2028-02-28T18:00:00Z', 'UTC', '2028-02-29T17:00:00.000Z'],
    ['at the end of a year', '2026-12-31T18:00:00Z', 'UTC', '2027-01-01T17:00:00.000Z'],
  ])('is %s', (_, now, timeZone, expected) => {
    expect(iso(nextReminder(at(now), timeZone))).toBe(expected)
  })

  it('is once on each day, in every zone and all year', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const moments = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2029-01-01T00:00:00Z') })
    fc.assert(
      fc.property(zones, moments, (timeZone, now) => {
        const first = nextReminder(now, timeZone)
        const second = nextReminder(first, timeZone)
        expect(first).toBeGreaterThan(now)
        expect(second - first).toBeGreaterThan(20 * 3_600_000)
        expect(dayAt(first, timeZone)).not.toBe(dayAt(second, timeZone))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a reminder', () => {
  const now = at('2026-11-27T17:30:00Z')
  it.each([
    ['is due if it was planned for now', now, 'UTC', true],
    ['is due if it was planned for yesterday', now - 86_400_000, 'UTC', true],
    ['is not due if it is planned for later', now + 1, 'UTC', false],
    ['is due for somebody new just after 5 PM', 0, 'UTC', true],
    ['is not due for somebody new long after 5 PM', 0, 'Europe/Berlin', false],
    ['is not due for somebody new before 5 PM', 0, 'America/New_York', false],
  ])('%s', (_, planned, timeZone, expected) => {
    expect(isReminderDue(planned, now, timeZone)).toBe(expected)
  })
})

it('calls people back after 7 days, and then once a week', () => {
  const now = at('2026-11-27T17:00:00Z')
  const days = Array.from({ length: 30 }, (_, day) => day).filter((day) =>
    isCallingBack(now - day * 86_400_000, now, 'UTC'),
  )
  expect(days).toEqual([7, 14, 21, 28])
})

it('calls everybody back once a week, also when clocks change', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const moments = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') })
  fc.assert(
    fc.property(zones, moments, (timeZone, lastSeenAt) => {
      const evenings: number[] = []
      for (let next = nextReminder(lastSeenAt, timeZone); evenings.length < 36; )
        next = nextReminder(evenings[evenings.push(next) - 1] ?? 0, timeZone)
      const calls = evenings.filter((evening) => isCallingBack(lastSeenAt, evening, timeZone))
      expect(calls).toHaveLength(5)
    }),
    { numRuns: 300 },
  )
})
