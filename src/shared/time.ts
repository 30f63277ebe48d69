// Moments are milliseconds since 1970 UTC. Calendar days are `YYYY-MM-DD`.

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The calendar day, `YYYY-MM-DD`, that a moment falls on in an IANA time zone. */
export function dayAt(moment: number, timeZone: string): string {
  return dayFormat(timeZone).format(moment)
}

/** The first moment of a calendar day in a time zone. It is not midnight where clocks skip midnight. */
export function startOfDay(day: string, timeZone: string): number {
  return momentOf(day, '00:00', timeZone)
}

/** The first moment after a calendar day in a time zone. The day ends there, also if clocks change on it. */
export function endOfDay(day: string, timeZone: string): number {
  return startOfDay(addDays(day, 1), timeZone)
}

/**
 * The moment of a local time: `momentOf('2026-11-30', '17:00', 'Asia/Kolkata')`. `time` is `HH:MM`. Of a time that
 * clocks show twice, the first moment; for a time that they skip, the first moment after the gap.
 */
export function momentOf(day: string, time: string, timeZone: string): number {
  const local = Date.parse(`${day}T${time}:00Z`)
  const candidates = [-DAY, DAY].map((away) => local - offsetAt(local + away, timeZone))
  const exact = candidates.filter((moment) => localTimeAt(moment, timeZone) === local)
  return exact.length > 0 ? Math.min(...exact) : firstMomentPast(local, candidates, timeZone)
}

/**
 * The number of quarter-hours since 1970. Days end on a quarter-hour in every time zone, so only then can campaigns
 * begin or end.
 */
export function quarterOf(at: number): number {
  return Math.floor(at / (15 * MINUTE))
}

/** The minutes that clocks show since midnight: 1,020 at 17:00. */
export function minuteOfDay(moment: number, timeZone: string): number {
  return Math.floor((localTimeAt(moment, timeZone) % DAY) / MINUTE)
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

/** How many days later `to` is than `from`; negative if it is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY
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

// The gap is between the moments that the offsets before and after it give, so a binary search finds its end.
function firstMomentPast(local: number, bounds: readonly number[], timeZone: string): number {
  let [early, late] = [Math.min(...bounds), Math.max(...bounds)]
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (localTimeAt(middle, timeZone) < local) early = middle
    else late = middle
  }
  return late
}

function offsetAt(moment: number, timeZone: string): number {
  return localTimeAt(moment, timeZone) - moment
}

/** What clocks show, as if it were UTC. */
function localTimeAt(moment: number, timeZone: string): number {
  const second = Math.floor(moment / SECOND) * SECOND
  const text = localFormat(timeZone).format(second).replace(' ', 'T').replace('T24', 'T00')
  return Date.parse(`${text}Z`) + moment - second
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

/** At most `max` of something in any `window`, in milliseconds. */
export interface Limit {
  readonly max: number
  readonly window: number
}

export interface Allowance {
  /** How many more are allowed now. */
  readonly left: number
  /** When all that are wanted are allowed, in milliseconds UTC. Null if never, because they are more than the limit. */
  readonly allAt: number | null
}

/** What a limit allows. `times` are those of the window that ends now, in any order. */
export function allowance(
  times: readonly number[],
  wanted: number,
  { max, window }: Limit,
  now: number,
): Allowance {
  const left = Math.max(max - times.length, 0)
  if (wanted > max) return { left, allAt: null }
  if (wanted <= left) return { left, allAt: now }
  // Enough of the oldest must have left the window.
  const blocking = times.toSorted((one, other) => one - other)[times.length - (max - wanted) - 1]
  return { left, allAt: blocking === undefined ? now : blocking + window }
}
