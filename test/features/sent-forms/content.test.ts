import { expect, it } from 'vitest'
import { contentOf } from '../../../src/features/sent-forms/sent-form.ts'

const fields = [['new_password', ['seven green otters']]] as const
const sentWith = (key: string) => ({ token: { openedBy: null, key }, path: '/settings/password', fields })
const secret = { APP_SECRET: 'a'.repeat(32) }

it('is the same when the same form is sent twice', () => {
  expect(contentOf(secret, sentWith('a.1'))).toBe(contentOf(secret, sentWith('a.1')))
})

it('gives nobody who reads the table a password to try: not without the secret, and not for two forms at once', () => {
  const content = contentOf(secret, sentWith('a.1'))
  expect(contentOf({ APP_SECRET: 'b'.repeat(32) }, sentWith('a.1'))).not.toBe(content)
  expect(contentOf(secret, sentWith('a.2'))).not.toBe(content)
})
