import { DAY, dayIn, HOUR, MINUTE } from './time.ts'

export type TimeStyle = 'relative' | 'date' | 'datetime'

/**
 * A moment as text: "3 hours ago", "20 Oct", "20 Oct, 18:00". The current year is left out.
 * `at` and `now` are milliseconds UTC. Throws a RangeError for an unknown time zone.
 */
export function formatTime(at: number, now: number, timeZone: string, style: TimeStyle): string {
  if (style === 'relative') return relativeTime(at, now, timeZone)

  const year = inOneYear(timeZone, at, now) ? '' : ' year'
  return inZone(style === 'date' ? `day${year}` : `minute${year}`, timeZone).format(at)
}

/** The exact moment, for a tooltip: "Tuesday, 20 October 2026 at 18:00 CEST". */
export function exactTime(at: number, timeZone: string): string {
  return inZone('exact', timeZone).format(at)
}

/** A calendar day (`YYYY-MM-DD`) as text: "20 Oct". The year of `today` is left out. */
export function formatDay(day: string, today: string): string {
  const shape = day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'day year'
  return inZone(shape, 'UTC').format(Date.parse(`${day}T00:00:00Z`))
}

/** "Oct 2026". */
export function formatMonth(at: number, timeZone: string): string {
  return inZone('month', timeZone).format(at)
}

/** Weekday and day: "Monday 23 November". */
export function dayName(at: number, timeZone: string): string {
  return inZone('weekday', timeZone).format(at)
}

/** The time until a deadline: "12 minutes left", "41 hours left", "2 days left", "expired". */
export function timeLeft(until: number, now: number): string {
  const left = until - now
  if (left <= 0) return 'expired'
  if (left < MINUTE) return 'less than a minute left'
  if (left < HOUR) return `${counted(Math.floor(left / MINUTE), 'minute')} left`
  if (left < 2 * DAY) return `${counted(Math.floor(left / HOUR), 'hour')} left`
  return `${Math.floor(left / DAY)} days left`
}

/** A count with thousands separators: "182,400", or "182.4K" when compact. */
export function formatCount(
  count: number,
  style: { locale?: string | undefined; compact?: boolean | undefined } = {},
): string {
  const notation = style.compact ? 'compact' : 'standard'
  return numbers(style.locale ?? 'en-US', { notation, maximumFractionDigits: 1 }).format(count)
}

/** A ratio as a percentage: 0.041 gives "4.1%". */
export function formatPercent(share: number, locale = 'en-US'): string {
  return numbers(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

/** "1 request", "3 requests". `many` is the plural, if it is not `one` with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** Up to two initials of a name: "Mara Lindqvist" gives "ML". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const first = firstLetter(words[0])
  const last = words.length > 1 ? firstLetter(words.at(-1)) : ''
  return (first + last).toLocaleUpperCase('en')
}

function firstLetter(word = ''): string {
  return /[\p{L}\p{N}]/u.exec(word)?.[0] ?? ''
}

// Formatting a day in a time zone is slow, and only needed around New Year.
function inOneYear(timeZone: string, at: number, now: number): boolean {
  const years = [at - DAY, at + DAY, now - DAY, now + DAY].map((moment) => new Date(moment).getUTCFullYear())
  if (years.every((year) => year === years[0])) return true
  return dayIn(timeZone, at).slice(0, 4) === dayIn(timeZone, now).slice(0, 4)
}

function relativeTime(at: number, now: number, timeZone: string): string {
  const away = at - now
  const size = Math.abs(away)
  if (size < MINUTE) return 'just now'
  if (size < HOUR) return ago.format(Math.trunc(away / MINUTE), 'minute')
  if (size < DAY) return ago.format(Math.trunc(away / HOUR), 'hour')
  if (size < 7 * DAY) return ago.format(Math.trunc(away / DAY), 'day')
  return formatTime(at, now, timeZone, 'date')
}

const ago = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const shapes = {
  day: { day: 'numeric', month: 'short' },
  'day year': { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  minute: { day: 'numeric', month: 'short', ...time },
  'minute year': { day: 'numeric', month: 'short', year: 'numeric', ...time },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  exact: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...time, timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const dates = new Map<string, Intl.DateTimeFormat>()

// Formatters are cached: creating one takes longer than formatting a page full of dates.
function inZone(shape: keyof typeof shapes, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`
  const known = dates.get(key)
  if (known) return known

  const made = new Intl.DateTimeFormat('en-GB', { ...shapes[shape], timeZone })
  dates.set(key, made)
  return made
}

const counts = new Map<string, Intl.NumberFormat>()

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style} ${options.notation}`
  const known = counts.get(key)
  if (known) return known

  const made = new Intl.NumberFormat(locale, options)
  counts.set(key, made)
  return made
}
