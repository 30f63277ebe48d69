import { generateIcsCalendar, type IcsEvent } from 'ts-ics'
import { addDays } from '../../shared/time.ts'
import type { CalendarEvent, EventTime } from './event.ts'
import { fold, unfold } from './fold.ts'

/** An hour, as iCalendar writes it. Calendars may ask again after that; most wait longer. */
const REFRESH = 'PT1H'

/** Calendars draw an event without a length as a hairline, or not at all. */
const MIN_MINUTES = 15

/**
 * A calendar to subscribe to, as iCalendar text (RFC 5545). `now` is milliseconds UTC. Throws a TypeError for a `url`
 * that is not absolute, and a RangeError for a `uid` with anything but letters, digits and `.@_-`.
 */
export function calendarFeed(name: string, events: readonly CalendarEvent[], now: number): string {
  const calendar = generateIcsCalendar({
    version: '2.0',
    prodId: '-//Parley//Calendar//EN',
    method: 'PUBLISH',
    events: events.map((event) => icsEvent(event, now)),
  })
  // The library folds after 75 UTF-16 units, and has no way to add these properties.
  const [begin = '', ...rest] = unfold(calendar).trimEnd().split('\r\n')
  const lines = [begin, ...properties(oneLine(name)), ...rest]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** The response of a feed's address. It is one person's, so nobody between may keep it. */
export function calendarResponse(feed: string): Response {
  return new Response(feed, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-cache' },
  })
}

function properties(name: string): string[] {
  const escaped = name.replace(/[\\;,]/g, '\\$&')
  return [
    `NAME:${escaped}`,
    `X-WR-CALNAME:${escaped}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ]
}

function icsEvent(event: CalendarEvent, now: number): IcsEvent {
  return {
    uid: checkedUid(event.uid),
    summary: oneLine(event.title),
    description: printable(event.description),
    url: new URL(event.url).href,
    stamp: { date: new Date(now) },
    ...(event.updatedAt === null ? {} : { lastModified: { date: new Date(event.updatedAt) } }),
    // A deadline does not make anybody busy.
    timeTransparent: 'TRANSPARENT',
    ...icsTime(event),
  }
}

function icsTime(time: EventTime): Pick<IcsEvent, 'start'> & { end: IcsEvent['start'] } {
  if ('day' in time) {
    // The end of whole days is the day after.
    const end = addDays(time.lastDay ?? time.day, 1)
    return { start: wholeDay(time.day), end: wholeDay(end) }
  }
  const end = Math.max(time.end ?? 0, time.start + MIN_MINUTES * 60_000)
  return { start: { date: new Date(time.start) }, end: { date: new Date(end) } }
}

function wholeDay(day: string): IcsEvent['start'] {
  return { type: 'DATE', date: new Date(`${day}T00:00:00Z`) }
}

function checkedUid(uid: string): string {
  if (!/^[\w.@-]+$/.test(uid)) throw new RangeError(`${uid} cannot be the id of a calendar event`)
  return uid
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim()
}

// The library escapes line feeds only. A carriage return would end the line and begin a property.
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
}
