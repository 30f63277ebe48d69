import { expect, test } from 'vitest'
import {
  canonicalTimeZone,
  listedTimeZones,
  timeZoneName,
  timeZones,
  timeZoneText,
  utcOffset,
} from '../../src/shared/time-zones/time-zones.ts'

test('canonicalTimeZone returns the listed name', () => {
  const listed = timeZones()
  for (const zone of listed) expect(canonicalTimeZone(zone)).toBe(zone)
  expect(canonicalTimeZone('europe/stockholm')).toBe('Europe/Stockholm')
  expect(new Set(listed).size).toBe(listed.length)
  for (const zone of ['', '+05:00', 'Etc/GMT+5', 'Mars/Olympus', 'x'.repeat(99)])
    expect(canonicalTimeZone(zone)).toBeNull()
})

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['GMT', 'UTC'],
])('%s is listed as %s', (old, current) => {
  expect(canonicalTimeZone(old)).toBe(current)
  expect(canonicalTimeZone(current)).toBe(current)
})

test.each([
  ['America/New_York', 'New York time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires, Argentina time'],
  ['Europe/Kiev', 'Kyiv time'],
  ['UTC', 'UTC'],
])('%s is shown as %s', (zone, name) => {
  expect(timeZoneName(zone)).toBe(name)
})

test('the list has every zone with its offset of the day, from west to east', () => {
  const [winter, summer] = ['2026-11-27', '2026-07-01'].map((day) => Date.parse(`${day}T15:00:00Z`))
  const labelsAt = (at = 0) => listedTimeZones(at).map(({ label }) => label)
  expect(labelsAt(winter)).toContain('(UTC+02:00) Europe/Kyiv')
  expect(labelsAt(summer)).toContain('(UTC+03:00) Europe/Kyiv')
  expect(labelsAt(winter)).toContain('(UTC+05:30) Asia/Kolkata')
  expect(labelsAt(winter)).toContain('(UTC-05:00) America/New York')
  expect(labelsAt(winter)).toContain('(UTC-09:30) Pacific/Marquesas')
  expect(labelsAt(winter)).toContain('(UTC+00:00) UTC')
  expect(labelsAt(winter).join()).not.toMatch(/Calcutta|Kiev|Saigon|Katmandu|Rangoon/)
  expect(labelsAt(winter)).toHaveLength(timeZones().length)
  const offsets = listedTimeZones(winter ?? 0).map(({ zone }) => utcOffset(zone, winter ?? 0))
  expect(offsets).toEqual(offsets.toSorted((one, other) => one - other))
  expect(listedTimeZones(winter ?? 0)).toBe(listedTimeZones((winter ?? 0) + 3_600_000))
})

test('a zone is named without underscores, and by its current name', () => {
  expect(timeZoneText('America/New_York')).toBe('America/New York')
  expect(timeZoneText('Asia/Calcutta')).toBe('Asia/Kolkata')
})
