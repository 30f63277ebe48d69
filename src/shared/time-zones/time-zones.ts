/** IANA time zones. They are stored and shown under their current names. Names that were stored before are understood. */

import { lazy } from '../lazy.ts'
import { dayAt } from '../time.ts'
import { currentTimeZone } from './current-names.ts'

/** Every time zone by its current name, such as "Asia/Kolkata", and "UTC". */
export const timeZones = lazy((): readonly string[] => {
  const listed = Intl.supportedValuesOf('timeZone').map(currentTimeZone)
  return ['UTC', ...listed.filter((zone) => zone.includes('/')).sort()]
})

/** The current name of a time zone: "asia/calcutta" gives "Asia/Kolkata". Null if there is no such zone. */
export function canonicalTimeZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null
  try {
    const zone = currentTimeZone(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone)
    return known().has(zone) ? zone : null
  } catch {
    return null
  }
}

const known = lazy(() => new Set(timeZones()))

/** The place of a time zone: "America/Argentina/Buenos_Aires" is "Buenos Aires, Argentina". */
export function timeZonePlace(zone: string): string {
  const name = currentTimeZone(zone)
  const places = name.includes('/') ? name.split('/').slice(1) : [name]
  return places.reverse().join(', ').replaceAll('_', ' ')
}

/** "New York time", to say in which time zone a day is meant. "UTC" for itself. */
export function timeZoneName(zone: string): string {
  return zone === 'UTC' ? zone : `${timeZonePlace(zone)} time`
}

/** "America/New York", to name the zone itself. */
export function timeZoneText(zone: string): string {
  return currentTimeZone(zone).replaceAll('_', ' ')
}

export interface ListedZone {
  readonly zone: string
  /** "(UTC+02:00) Europe/Kyiv" */
  readonly label: string
}

/**
 * Every time zone for a list to choose from, from west to east and then by name. `at` is in milliseconds UTC. The
 * offsets are those of its day, so they can be wrong for some hours of a day on which clocks change. The same day gives
 * the same array.
 */
export function listedTimeZones(at: number): readonly ListedZone[] {
  const day = dayAt(at, 'UTC')
  if (listed?.day !== day) listed = { day, zones: listZones(Date.parse(`${day}T00:00:00Z`)) }
  return listed.zones
}

// Asking the runtime for the offsets of all zones takes about 100 ms.
let listed: { readonly day: string; readonly zones: readonly ListedZone[] } | null = null

function listZones(at: number): ListedZone[] {
  return timeZones()
    .map((zone) => ({ zone, offset: utcOffset(zone, at) }))
    .toSorted((one, other) => one.offset - other.offset || (one.zone < other.zone ? -1 : 1))
    .map(({ zone, offset }) => ({ zone, label: `(${offsetText(offset)}) ${timeZoneText(zone)}` }))
}

/** How far clocks in a time zone are ahead of UTC, in minutes. */
export function utcOffset(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const text = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
