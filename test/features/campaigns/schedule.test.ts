import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseOf } from '../../../src/features/campaigns/campaign.ts'
import { progressOf } from '../../../src/features/campaigns/progress.ts'
import { daysElapsed, scheduleOf, timingText, todayOf } from '../../../src/features/campaigns/schedule.ts'
import { addDays, DAY, dayAt, HOUR } from '../../../src/shared/time.ts'
import { campaignWith } from './fixtures.ts'

const moment = (text: string) => Date.parse(text)
const none = { agreed: 0, published: 0 }

describe('a campaign', () => {
  it.each([
    ['New York', 'America/New_York', '2026-09-01T04:00:00Z', '2026-10-01T04:00:00Z'],
    ['Auckland, with a clock change', 'Pacific/Auckland', '2026-08-31T12:00:00Z', '2026-09-30T11:00:00Z'],
    ['Kolkata', 'Asia/Kolkata', '2026-08-31T18:30:00Z', '2026-09-30T18:30:00Z'],
    ['Santiago, with a clock change', 'America/Santiago', '2026-09-01T04:00:00Z', '2026-10-01T03:00:00Z'],
  ])('from Sep 1 to Sep 30 begins and ends in its own time zone: %s', (_, timeZone, starts, ends) => {
    const days = { startDate: '2026-09-01', endDate: '2026-09-30', timeZone }
    expect(scheduleOf(days)).toEqual({ ...days, startsAt: moment(starts), endsAt: moment(ends) })
  })

  it('without dates has no moments', () => {
    expect(scheduleOf({ startDate: null, endDate: null, timeZone: 'UTC' })).toMatchObject({
      startsAt: null,
      endsAt: null,
    })
  })

  it.each([
    ['clocks skip midnight when it begins', 'America/Santiago', '2026-09-06', 23],
    ['clocks skip midnight when it begins', 'Africa/Cairo', '2026-04-24', 23],
    ['clocks skip midnight when it begins', 'Asia/Beirut', '2026-03-29', 23],
    ['clocks repeat an hour before it ends', 'America/Santiago', '2026-04-04', 25],
    ['clocks go back', 'America/New_York', '2026-11-01', 25],
    ['clocks go back by half an hour', 'Australia/Lord_Howe', '2026-04-05', 24.5],
    ['it is a leap day', 'Asia/Kathmandu', '2028-02-29', 24],
    ['it is the last of the year', 'Pacific/Kiritimati', '2026-12-31', 24],
  ])('of one day lasts that day, if %s in %s', (_, timeZone, day, hours) => {
    const { startsAt, endsAt } = scheduleOf({ startDate: day, endDate: day, timeZone })
    expect((endsAt ?? 0) - (startsAt ?? 0)).toBe(hours * HOUR)
    expect(daysElapsed({ startDate: day, endDate: day, timeZone }, startsAt ?? 0)).toEqual({
      done: 0,
      total: 1,
    })
  })

  it.each([
    ['2026-11-26T23:00:00Z', 'Starts in 2 days'],
    ['2026-11-27T12:00:00Z', 'Starts tomorrow'],
    // Already Nov 28 in UTC, but not in Los Angeles.
    ['2026-11-28T07:59:59Z', 'Starts tomorrow'],
    ['2026-11-28T08:00:00Z', 'Ends in 2 days'],
    ['2026-11-29T08:00:00Z', 'Ends tomorrow'],
    ['2026-12-01T07:59:59Z', 'Ends today'],
    ['2026-12-01T08:00:00Z', 'Ended'],
  ])('counts the days to its start and its end where it takes place: %s', (now, text) => {
    const days = { startDate: '2026-11-28', endDate: '2026-11-30', timeZone: 'America/Los_Angeles' }
    expect(timingText(days, moment(now))).toBe(text)
  })

  it('without a start or an end has no words for it', () => {
    expect(timingText({ startDate: null, endDate: null, timeZone: 'UTC' }, 0)).toBeNull()
    expect(
      timingText({ startDate: '2026-11-28', endDate: null, timeZone: 'UTC' }, Date.UTC(2027, 1)),
    ).toBeNull()
  })

  it('is upcoming until its first day, and ends after its last', () => {
    const campaign = campaignWith({
      startDate: '2026-11-28',
      endDate: '2026-11-30',
      timeZone: 'America/Los_Angeles',
    })
    expect(phaseOf(campaign, moment('2026-11-28T07:59:59Z'))).toBe('upcoming')
    expect(phaseOf(campaign, moment('2026-11-28T08:00:00Z'))).toBe('active')
    expect(phaseOf(campaign, moment('2026-12-01T07:59:59Z'))).toBe('active')
    expect(phaseOf(campaign, moment('2026-12-01T08:00:00Z'))).toBe('ended')
    expect(phaseOf({ ...campaign, state: 'draft' }, 0)).toBe('draft')
  })

  it("has one today for everybody: its own time zone's", () => {
    const now = moment('2026-11-30T09:30:00Z')
    expect(todayOf({ timeZone: 'Pacific/Pago_Pago' }, now)).toBe('2026-11-29')
    expect(todayOf({ timeZone: 'UTC' }, now)).toBe('2026-11-30')
    expect(todayOf({ timeZone: 'Pacific/Kiritimati' }, now)).toBe('2026-11-30')
    expect(todayOf({ timeZone: 'Pacific/Kiritimati' }, now + HOUR)).toBe('2026-12-01')
  })
})

describe('the time that has gone', () => {
  it('is counted in days of the campaign, also after a clock change', () => {
    const campaign = campaignWith({
      startDate: '2026-03-07',
      endDate: '2026-03-10',
      timeZone: 'America/New_York',
    })
    const daysAt = (text: string) => progressOf(campaign, [], none, moment(text)).days
    expect(daysAt('2026-03-01T00:00:00Z')).toEqual({ done: 0, total: 4 })
    expect(daysAt('2026-03-08T05:00:00Z')).toEqual({ done: 1, total: 4 })
    // The day before has 23 hours.
    expect(daysAt('2026-03-09T04:00:00Z')).toEqual({ done: 2, total: 4 })
    expect(daysAt('2026-03-20T00:00:00Z')).toEqual({ done: 4, total: 4 })
  })

  it('and the phase agree with the calendar of any time zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const count = fc.integer({ min: 0, max: 800 })
    fc.assert(
      fc.property(zones, count, count, count, (timeZone, begin, days, at) => {
        const startDate = addDays('2026-01-01', begin)
        const endDate = addDays(startDate, days)
        const campaign = campaignWith({ startDate, endDate, timeZone })
        const now = moment('2026-01-01T00:00:00Z') + at * 1.37 * DAY
        const today = dayAt(now, timeZone)
        const begun = today > endDate ? 'ended' : 'active'
        const expected = today < startDate ? 'upcoming' : begun
        expect(phaseOf(campaign, now)).toBe(expected)
        const elapsed = daysElapsed(campaign, now)
        expect(elapsed?.done === 0).toBe(today <= startDate)
        expect(elapsed?.done === elapsed?.total).toBe(today > endDate)
      }),
      { numRuns: 300 },
    )
  })
})
