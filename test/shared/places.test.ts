import { expect, test } from 'vitest'
import { countries, countryName, languageName, languages } from '../../src/shared/places.ts'

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
