import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passwordProblem } from '../../../../src/features/accounts/passwords/password-rules.ts'

const mara = { username: 'mara.l', email: 'mara.lindqvist@northway.example' }

test('accepts any 8 to 128 characters', () => {
  for (const password of [
    'aaaa bbbb cccc',
    '        . ',
    'x'.repeat(128),
    'пароль из слов',
    '🌲'.repeat(8),
  ]) {
    expect(passwordProblem(password, mara)).toBeNull()
  }
})

test('counts characters, not bytes, so an emoji is one', () => {
  expect(passwordProblem('🌲'.repeat(7), mara)).toBe('Use at least 8 characters')
  expect(passwordProblem('🌲'.repeat(128), mara)).toBeNull()
  expect(passwordProblem('🌲'.repeat(129), mara)).toBe('Use at most 128 characters')
})

test.each(['password', 'PassWord', 'iloveyou', '12345678', 'qwertyuiop', 'trustno1', 'starwars', '1qaz2wsx'])(
  'refuses the common password %s',
  (password) => expect(passwordProblem(password, mara)).toContain('Many people use this password'),
)

test.each([
  'mara.lindqvist@northway.example',
  'MARA.LINDQVIST',
  'mara.l-1985!',
  'northway.example',
  'parley2026',
  'Parley mara.l 1',
])('refuses a password based on the account or the product: %s', (password) =>
  expect(passwordProblem(password, mara)).toContain('easy to guess'),
)

test('accepts a sentence that mentions the name', () => {
  expect(passwordProblem('mara.l walks on sundays', mara)).toBeNull()
})

test('ends no message with a period, because it is also shown after a colon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (password) => {
      expect(passwordProblem(password, mara) ?? 'fine').not.toMatch(/\.$/)
    }),
  )
})
