import { describe, expect, it } from 'vitest'
import { dateTime, shortTime, timeLeftUntil } from '../../../../src/features/notifications/email/blocks.ts'
import { type Reader, textFor, urlFor } from '../../../../src/features/notifications/email/reader.ts'
import { DAY } from '../../../../src/shared/time.ts'

const now = Date.parse('2026-11-25T14:10:00Z')
const readerIn = (timeZone: string): Reader => ({
  name: 'Mara',
  timeZone,
  now,
  publicUrl: 'https://parley.example',
  supportAddress: 'support@parley.example',
})
const stockholm = readerIn('Europe/Stockholm')

describe('a text with moments', () => {
  it('is worded in the time zone of its reader', () => {
    const text = ['Answer by ', dateTime(Date.parse('2026-11-27T16:00:00Z')), '.']
    expect(textFor(stockholm, text)).toBe('Answer by Friday, November 27, 5:00 PM.')
    expect(textFor(readerIn('Asia/Kolkata'), text)).toBe('Answer by Friday, November 27, 9:30 PM.')
    expect(textFor(readerIn('Pacific/Kiritimati'), text)).toBe('Answer by Saturday, November 28, 6:00 AM.')
  })

  it('names the year if it is another one', () => {
    expect(textFor(stockholm, [dateTime(Date.parse('2027-01-04T08:00:00Z'))])).toBe(
      'Monday, January 4, 2027, 9:00 AM',
    )
    // It is already 2027 there.
    expect(textFor(readerIn('Pacific/Kiritimati'), [dateTime(Date.parse('2026-12-31T12:00:00Z'))])).toBe(
      'Friday, January 1, 2027, 2:00 AM',
    )
  })

  it.each([
    ['2026-11-27T16:00:00Z', 'Friday, 5 PM'],
    ['2026-11-27T16:30:00Z', 'Friday, 5:30 PM'],
    // A weekday alone could mean two days from here on.
    ['2026-12-02T16:00:00Z', 'Dec 2, 5 PM'],
    ['2026-11-24T16:00:00Z', 'Nov 24, 5 PM'],
  ])('is short in subjects: %s is %s', (at, words) => {
    expect(textFor(stockholm, [shortTime(Date.parse(at))])).toBe(words)
  })

  it('says how much time is left when it is sent', () => {
    expect(textFor(stockholm, [timeLeftUntil(now + 2 * DAY)])).toBe('2 days left')
    expect(textFor({ ...stockholm, now: now + 2 * DAY }, [timeLeftUntil(now + 2 * DAY)])).toBe('expired')
  })
})

it('links are full URLs', () => {
  expect(urlFor(stockholm, '/ad-requests/7')).toBe('https://parley.example/ad-requests/7')
})
