import { describe, expect, it, test } from 'vitest'
import {
  counted,
  dayName,
  exactTime,
  formatAlignedPercent,
  formatCount,
  formatDay,
  formatPercent,
  formatRating,
  formatTime,
  initials,
  roundRating,
  shortClock,
  timeLeft,
} from '../../src/shared/format.ts'

const now = Date.UTC(2026, 10, 23, 8, 30)
const minutes = 60_000
const hours = 60 * minutes
const days = 24 * hours

describe('timeLeft', () => {
  it.each([
    [-1, 'expired'],
    [0, 'expired'],
    [1, 'less than a minute left'],
    [12 * minutes, '12 minutes left'],
    [hours - 1, '59 minutes left'],
    [41 * hours + 59 * minutes, '41 hours left'],
    [2 * days - 1, '47 hours left'],
    [2 * days, '2 days left'],
    [13.9 * days, '13 days left'],
  ])('%d ms: %s', (left, words) => {
    expect(timeLeft(now + left, now)).toBe(words)
  })
})

test.each([
  ['2026-11-23T17:00Z', 'UTC', '5 PM'],
  ['2026-11-23T07:00Z', 'Asia/Kolkata', '12:30 PM'],
  ['2026-11-23T00:00Z', 'UTC', '12 AM'],
])('the clock at %s in %s: %s', (at, timeZone, text) => {
  expect(shortClock(Date.parse(at), timeZone)).toBe(text)
})

describe('formatTime', () => {
  it('uses the given time zone', () => {
    const lateEvening = Date.UTC(2026, 9, 20, 22, 30)
    expect(formatTime(lateEvening, now, 'UTC', 'datetime')).toBe('Oct 20, 10:30 PM')
    expect(formatTime(lateEvening, now, 'Europe/Stockholm', 'datetime')).toBe('Oct 21, 12:30 AM')
    expect(formatTime(lateEvening, now, 'America/New_York', 'date')).toBe('Oct 20')
  })

  it('shows the year if it is not the current one in the time zone', () => {
    const newYear = Date.UTC(2026, 11, 31, 23, 30)
    expect(formatTime(newYear, now, 'UTC', 'date')).toBe('Dec 31')
    expect(formatTime(newYear, now, 'Europe/Stockholm', 'date')).toBe('Jan 1, 2027')
  })

  it.each([
    [0, 'just now'],
    [-5 * minutes, '5 minutes ago'],
    [-3 * hours - 1, '3 hours ago'],
    [-6 * days, '6 days ago'],
    [-7 * days, 'Nov 16'],
    [90 * minutes, 'in 1 hour'],
  ])('%d ms away: %s', (away, words) => {
    expect(formatTime(now + away, now, 'UTC', 'relative')).toBe(words)
  })

  it('exactTime shows the weekday and the time zone', () => {
    expect(exactTime(now, 'UTC')).toBe('Monday, November 23, 2026 at 8:30 AM UTC')
    expect(dayName(now, 'UTC')).toBe('Monday, November 23')
  })
})

it('formatDay does not shift the day', () => {
  expect(formatDay('2026-10-20', '2026-11-23')).toBe('Oct 20')
  expect(formatDay('2027-01-01', '2026-11-23')).toBe('Jan 1, 2027')
})

describe('numbers', () => {
  it('have thousands separators, or are compact', () => {
    expect(formatCount(182_400)).toBe('182,400')
    expect(formatCount(182_400, { compact: true })).toBe('182.4K')
  })

  it('can be percentages', () => {
    expect(formatPercent(0.041)).toBe('4.1%')
    expect(formatPercent(1 / 3)).toBe('33.3%')
    expect(formatPercent(0.07)).toBe('7%')
    expect(formatAlignedPercent(0.07)).toBe('7.0%')
    expect(formatPercent(0.07)).toBe('7%')
  })

  it('are followed by the singular or the plural', () => {
    expect(counted(1, 'request')).toBe('1 request')
    expect(counted(0, 'request')).toBe('0 requests')
    expect(counted(2, 'reply', 'replies')).toBe('2 replies')
  })
})

describe('initials', () => {
  it.each([
    ['Mara Lindqvist', 'ML'],
    ['anna maria weiß', 'AW'],
    ['Soo-jin Kim', 'SK'],
    ['Øyvind', 'Ø'],
    ['小林 さくら', '小さ'],
    ['🦊 Fox', 'F'],
    ['  ', ''],
  ])('%j: %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('a rating', () => {
  it.each([
    // Exactly 4.35 is a little less than that in binary.
    [4.35, '4.4'],
    [4.34, '4.3'],
    [4.25, '4.3'],
    [1.05, '1.1'],
    [5, '5.0'],
  ])('%d is %s wherever it is shown or compared', (rating, text) => {
    expect(formatRating(rating)).toBe(text)
    expect(formatRating(roundRating(rating))).toBe(text)
  })
})
