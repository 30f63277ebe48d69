import { expect } from 'vitest'
import { makePerson, PASSWORD } from '../../support/people.ts'
import { type Change, replace } from '../change.ts'

export const emailWording: Change = {
  name: "an e-mail's wording",
  begin: [
    replace(
      'src/features/accounts/notifications.ts',
      "title: 'Your password was changed'",
      "title: 'You have a new password'",
    ),
  ],
  tests: ['test/features/accounts/settings.test.ts'],

  async probe(app) {
    const { browser } = await makePerson(app, 'sponsor', { email: 'nora@northway.example' })
    await browser.get('/settings/password')
    await browser.submit('password', { current_password: PASSWORD, new_password: 'nine purple herons' })
    await expect
      .poll(() => app.mail.messages().map(({ to, subject }) => ({ to, subject })))
      .toEqual([
        { to: [expect.stringContaining('nora@northway.example')], subject: 'You have a new password' },
      ])
  },
}
