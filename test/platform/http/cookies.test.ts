import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCookie } from '../../../src/platform/http/cookies.ts'

test('finds a cookie by its whole name', () => {
  const header = 'other=1; xsession=2; session=abc; session2=3'
  expect(readCookie(header, 'session')).toBe('abc')
  expect(readCookie(header, 'missing')).toBeNull()
  expect(readCookie(undefined, 'session')).toBeNull()
})

test('decodes a value, and keeps one that cannot be decoded', () => {
  expect(readCookie('name=%C3%A5sa', 'name')).toBe('åsa')
  expect(readCookie('bad=%zz; name="quoted"', 'name')).toBe('quoted')
  expect(readCookie('name=%E0%A4%A', 'name')).toBe('%E0%A4%A')
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (header, name) => {
      readCookie(header, name)
      readCookie(`${name}=${header}`, name)
    }),
  )
})
