import { DAY, dayAt, HOUR, MINUTE } from './time.ts'

export type TimeStyle = 'relative' | 'date' | 'datetime'

/**
 * A moment as text: "3 hours ago", "Oct 20", "Oct 20, 6:00 PM". The year is left out if it is the current one.
 * `at` and `now` are milliseconds UTC. Throws a RangeError for an unknown time zone.
 */
export function formatTime(at: number, now: number, timeZone: string, style: TimeStyle): string {
  if (style === 'relative') return relativeTime(at, now, timeZone)

  const year = isSameYear(timeZone, at, now) ? '' : ' year'
  return dateFormat(style === 'date' ? `day${year}` : `minute${year}`, timeZone).format(at)
}

/** The exact moment, for a tooltip: "Tuesday, October 20, 2026 at 6:00 PM GMT+2". */
export function exactTime(at: number, timeZone: string): string {
  return dateFormat('exact', timeZone).format(at)
}

/** A calendar day (`YYYY-MM-DD`) as text: "Oct 20". The year is left out if it is the same as that of `today`. */
export function formatDay(day: string, today: string): string {
  const shape = day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'day year'
  return dateFormat(shape, 'UTC').format(Date.parse(`${day}T00:00:00Z`))
}

/** "Oct 2026". */
export function formatMonth(at: number, timeZone: string): string {
  return dateFormat('month', timeZone).format(at)
}

/** Weekday and day: "Monday, November 23". */
export function dayName(at: number, timeZone: string): string {
  return dateFormat('weekday', timeZone).format(at)
}

/** "Monday". */
export function weekday(at: number, timeZone: string): string {
  return dateFormat('name', timeZone).format(at)
}

/** The time of day: "5:00 PM". */
export function formatClock(at: number, timeZone: string): string {
  return dateFormat('clock', timeZone).format(at).replace(/\s/g, ' ')
}

/** The time of day without ":00": "5 PM", "8:30 AM". */
export function shortClock(at: number, timeZone: string): string {
  return formatClock(at, timeZone).replace(':00', '')
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

/** How long something took, in milliseconds: "12 minutes", "5.5 hours", "2.4 days". */
export function formatDuration(took: number): string {
  if (took < MINUTE) return 'under a minute'
  if (took < HOUR) return counted(Math.round(took / MINUTE), 'minute')
  if (took < 2 * DAY) return counted(tenths(took / HOUR), 'hour')
  return counted(tenths(took / DAY), 'day')
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

/** A count with thousands separators: "182,400", or "182.4K" when compact. */
export function formatCount(
  count: number,
  style: { locale?: string | undefined; compact?: boolean | undefined } = {},
): string {
  const notation = style.compact ? 'compact' : 'standard'
  return numberFormat(style.locale ?? 'en-US', { notation, maximumFractionDigits: 1 }).format(count)
}

/** A ratio as a percentage: 0.041 gives "4.1%", and 0.07 gives "7%". */
export function formatPercent(share: number, locale = 'en-US'): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(roundShare(share))
}

/** A ratio that stands below others: 0.041 gives "4.1%", and 0.07 gives "7.0%". */
export function formatAlignedPercent(share: number, locale = 'en-US'): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(roundShare(share))
}

/** A ratio as it is shown, to a tenth of a percent, for comparing and filtering. */
export function roundShare(share: number): number {
  return Math.round(share * 1_000) / 1_000
}

/** A mean of ratings as everybody sees it: 4.35 gives "4.4". */
export function formatRating(rating: number): string {
  return roundRating(rating).toFixed(1)
}

/** As shown. Two ratings that look the same are the same, for comparing and filtering. */
export function roundRating(rating: number): number {
  return tenths(rating)
}

/** "1 request", "3 requests". Pass `many` if the plural is not just `one` with an s. */
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
function isSameYear(timeZone: string, at: number, now: number): boolean {
  const years = [at - DAY, at + DAY, now - DAY, now + DAY].map((moment) => new Date(moment).getUTCFullYear())
  if (years.every((year) => year === years[0])) return true
  return dayAt(at, timeZone).slice(0, 4) === dayAt(now, timeZone).slice(0, 4)
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

const time = { hour: 'numeric', minute: '2-digit' } as const
const shapes = {
  day: { day: 'numeric', month: 'short' },
  'day year': { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  minute: { day: 'numeric', month: 'short', ...time },
  'minute year': { day: 'numeric', month: 'short', year: 'numeric', ...time },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  name: { weekday: 'long' },
  clock: time,
  exact: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...time, timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const dateFormats = new Map<string, Intl.DateTimeFormat>()

// Formatters are cached: creating one takes longer than formatting a page full of dates.
function dateFormat(shape: keyof typeof shapes, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`
  const known = dateFormats.get(key)
  if (known) return known

  const created = new Intl.DateTimeFormat('en-US', { ...shapes[shape], timeZone })
  dateFormats.set(key, created)
  return created
}

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style} ${options.notation} ${options.minimumFractionDigits}`
  const known = numberFormats.get(key)
  if (known) return known

  const created = new Intl.NumberFormat(locale, options)
  numberFormats.set(key, created)
  return created
}
