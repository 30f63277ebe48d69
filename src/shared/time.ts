// Moments are milliseconds since 1970 UTC. Calendar days are `YYYY-MM-DD`.

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The calendar day that a moment falls on in an IANA time zone. */
export function dayIn(timeZone: string, at: number): string {
  return dayFormat(timeZone).format(at)
}

/** The first moment after a calendar day in a time zone, also on days with a clock change. */
export function endOfDay(day: string, timeZone: string): number {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`) + DAY
  // Where clocks change at midnight, only one of the offsets before and after gives the end of the day.
  const midnights = [-DAY, DAY].map((away) => midnightUtc - offsetOf(timeZone, midnightUtc + away))
  return Math.min(...midnights.filter((at) => dayIn(timeZone, at) > day))
}

/**
 * The number of quarter-hours since 1970. Days end on a quarter-hour in every time zone, so only then can campaigns
 * end.
 */
export function quarterOf(at: number): number {
  return Math.floor(at / (15 * MINUTE))
}

/** Whether this is a real calendar day, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
}

/** The day `days` later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function offsetOf(timeZone: string, at: number): number {
  const local = localFormat(timeZone).format(at).replace(', ', 'T').replace('T24', 'T00')
  return Date.parse(`${local}Z`) - Math.floor(at / SECOND) * SECOND
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return cached(`day ${timeZone}`, { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
}

function localFormat(timeZone: string): Intl.DateTimeFormat {
  return cached(`local ${timeZone}`, {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
}

// Formatters are cached: creating one is slower than using it a hundred times. sv-SE gives ISO dates.
function cached(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', options)
  formats.set(key, format)
  return format
}
