import { dayName, formatClock, formatTime, shortClock, timeLeft, weekday } from '../../../shared/format.ts'
import { DAY, dayAt } from '../../../shared/time.ts'
import type { MailPart, MailText, Moment } from './blocks.ts'

/** Who reads an e-mail, and when it is sent: what its times and links depend on. */
export interface Reader {
  /** As the greeting addresses them. */
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  /** Milliseconds UTC. */
  readonly now: number
  /** The base of links. */
  readonly publicUrl: string
  /** Where people reach us. */
  readonly supportAddress: string
}

/** A text in words: its moments are in the reader's time zone. */
export function textFor(reader: Reader, text: MailText): string {
  if (typeof text === 'string') return text
  return text.map((part) => (typeof part === 'string' ? part : partFor(reader, part))).join('')
}

/** The full URL of a path within Parley. */
export function urlFor({ publicUrl }: Reader, path: string): string {
  return new URL(path, publicUrl).href
}

function partFor(reader: Reader, part: MailPart): string {
  return 'support' in part ? reader.supportAddress : momentFor(reader, part)
}

function momentFor({ timeZone, now }: Reader, { moment, style }: Moment): string {
  switch (style) {
    case 'left':
      return timeLeft(moment, now)
    case 'day':
      return formatTime(moment, now, timeZone, 'date')
    case 'short': {
      const day = isWithinWeek(moment, now)
        ? weekday(moment, timeZone)
        : formatTime(moment, now, timeZone, 'date')
      return `${day}, ${shortClock(moment, timeZone)}`
    }
    case 'date-time': {
      const year = dayAt(moment, timeZone).slice(0, 4)
      const day = dayName(moment, timeZone)
      return `${year === dayAt(now, timeZone).slice(0, 4) ? day : `${day}, ${year}`}, ${formatClock(moment, timeZone)}`
    }
  }
}

// A weekday alone is clear for the next six days.
function isWithinWeek(moment: number, now: number): boolean {
  return moment >= now && moment - now < 6 * DAY
}
