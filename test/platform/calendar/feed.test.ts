import fc from 'fast-check'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../../../src/platform/calendar/event.ts'
import { calendarFeed, calendarResponse } from '../../../src/platform/calendar/feed.ts'

const now = Date.UTC(2026, 9, 20, 8, 30)
const deadline: CalendarEvent = {
  uid: 'offer-7@parley.example',
  title: 'Answer Nordlicht',
  description: 'The offer expires.',
  url: 'https://parley.example/ad-requests/7',
  start: Date.UTC(2026, 9, 25, 1, 30),
  updatedAt: Date.UTC(2026, 9, 19, 12),
}
const { start, ...untimed } = deadline
const campaign: CalendarEvent = { ...untimed, uid: 'campaign-3@parley.example', day: '2028-02-28' }

describe('a feed', () => {
  it('says what it is, whose it is and how often to ask again', () => {
    const lines = unfolded(calendarFeed('Parley, Mara; me', [], now))
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'NAME:Parley\\, Mara\\; me',
      'X-WR-CALNAME:Parley\\, Mara\\; me',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'VERSION:2.0',
      'PRODID:-//Parley//Calendar//EN',
      'METHOD:PUBLISH',
      'END:VCALENDAR',
    ])
  })

  it('has moments in UTC, with a length that calendars can draw', () => {
    const lines = unfolded(calendarFeed('Parley', [deadline], now))
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:offer-7@parley.example',
        'SUMMARY:Answer Nordlicht',
        'DTSTART:20261025T013000Z',
        'DTEND:20261025T014500Z',
        'DTSTAMP:20261020T083000Z',
        'LAST-MODIFIED:20261019T120000Z',
        'TRANSP:TRANSPARENT',
        'URL:https://parley.example/ad-requests/7',
      ]),
    )
  })

  it('has whole days as dates whose end is the day after, also on a leap day', () => {
    expect(unfolded(calendarFeed('Parley', [{ ...campaign, lastDay: '2028-02-29' }], now))).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20280228', 'DTEND;VALUE=DATE:20280301']),
    )
    expect(unfolded(calendarFeed('Parley', [campaign], now))).toContain('DTEND;VALUE=DATE:20280229')
  })

  it('folds after at most 75 octets, never inside a character', () => {
    const title = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', 'ข', ',', '\\', ' ') })
    fc.assert(
      fc.property(title, (text) => {
        const feed = calendarFeed('Parley', [{ ...deadline, title: `x${text}x` }], now)
        const encoded = new TextEncoder().encode(feed)
        expect(feed).toMatch(/\r\n$/)
        for (const line of splitAtLineEnds(encoded)) {
          expect(line.length).toBeLessThanOrEqual(75)
          // Throws for half a character.
          new TextDecoder('utf-8', { fatal: true }).decode(line)
        }
      }),
    )
  })

  it('is read by another parser as it was written', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab \n,;:"\\é漢😀'), maxLength: 200 })
    fc.assert(
      fc.property(text, (description) => {
        const { events } = convertIcsCalendar(
          undefined,
          calendarFeed('Parley', [{ ...deadline, description }], now),
        )
        expect(events?.map((event) => event.description ?? '')).toEqual([description])
      }),
    )
  })

  it('cannot be given lines by a title, a description, a name or a URL', () => {
    const attack = 'x\r\nEND:VEVENT\rBEGIN:VALARM\nATTENDEE:mailto:a@b.example\u0085X\u2028Y\u0000'
    const hostile = { ...deadline, title: attack, description: attack, url: `https://a.example/${attack}` }
    const names = unfolded(calendarFeed(attack, [hostile], now)).map((line) => line.split(/[:;]/)[0])
    const harmless = unfolded(calendarFeed('Parley', [deadline], now)).map((line) => line.split(/[:;]/)[0])
    expect(names).toEqual(harmless)
    expect(() => calendarFeed('Parley', [{ ...deadline, uid: 'a\r\nX:y' }], now)).toThrow(RangeError)
  })
})

it('is sent as a calendar that only the subscriber keeps', async () => {
  const { headers } = calendarResponse('BEGIN')
  expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  expect(headers.get('Cache-Control')).toBe('private, no-cache')
})

/** The lines as RFC 5545 reads them: only CRLF ends a line, and one that begins with a space continues it. */
function unfolded(feed: string): string[] {
  const joined = feed.replaceAll('\r\n ', '')
  expect(joined.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return joined.split('\r\n').slice(0, -1)
}

function splitAtLineEnds(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(13, from)
    lines.push(bytes.subarray(from, end))
    from = end + 2
  }
  return lines
}
