import { expect, test } from 'vitest'
import {
  canonicalTimeZone,
  countries,
  countryName,
  languageName,
  languages,
  timeZoneRegions,
} from '../../src/shared/places.ts'

test('every code has a name of its own, in the order of the names', () => {
  for (const list of [countries(), languages()]) {
    expect(new Set(list.map(({ label }) => label)).size).toBe(list.length)
    expect(list.every(({ value, label }) => label !== '' && label !== value)).toBe(true)
  }
  expect(countryName('SE')).toBe('Sweden')
  expect(languageName('sv')).toBe('Swedish')
})

test('what is no code of ours has no name', () => {
  for (const code of ['', 'se', 'XX', 'Sweden', '__proto__']) expect(countryName(code)).toBe('')
  for (const code of ['', 'SV', 'xx', 'constructor']) expect(languageName(code)).toBe('')
})

test('a time zone comes under the one name that the list has', () => {
  const listed = [...timeZoneRegions().values()].flat()
  for (const zone of listed) expect(canonicalTimeZone(zone)).toBe(zone)
  expect(canonicalTimeZone('europe/stockholm')).toBe('Europe/Stockholm')
  expect(listed).toContain(canonicalTimeZone('Asia/Kolkata'))
  for (const zone of ['', '+05:00', 'Mars/Olympus', 'x'.repeat(99)])
    expect(canonicalTimeZone(zone)).toBeNull()
})
