import { expect, test } from 'vitest'
import {
  canonicalTimeZone,
  countries,
  countryName,
  languageName,
  languages,
  timeZoneName,
  timeZoneRegions,
} from '../../src/shared/places.ts'

test('every code has a different name, and the list is sorted by name', () => {
  for (const list of [countries(), languages()]) {
    expect(new Set(list.map(({ label }) => label)).size).toBe(list.length)
    expect(list.every(({ value, label }) => label !== '' && label !== value)).toBe(true)
  }
  expect(countryName('SE')).toBe('Sweden')
  expect(languageName('sv')).toBe('Swedish')
})

test('an unknown code has no name', () => {
  for (const code of ['', 'se', 'XX', 'Sweden', '__proto__']) expect(countryName(code)).toBe('')
  for (const code of ['', 'SV', 'xx', 'constructor']) expect(languageName(code)).toBe('')
})

test('canonicalTimeZone returns the listed name', () => {
  const listed = [...timeZoneRegions().values()].flat()
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
  ['GMT', 'UTC'],
])('%s is listed as %s', (old, current) => {
  expect(canonicalTimeZone(old)).toBe(current)
  expect(canonicalTimeZone(current)).toBe(current)
})

test.each([
  ['America/New_York', 'New York time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires, Argentina time'],
  ['UTC', 'UTC'],
])('%s is shown as %s', (zone, name) => {
  expect(timeZoneName(zone)).toBe(name)
})
