import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { linkIn } from '../../support/mail/links.ts'
import { PASSWORD, signIn, signOut } from '../support/accounts.ts'
import type { BrowserUser } from '../support/browser-user.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import type { Variant } from '../support/variants.ts'

const NEW_PASSWORD = 'nine purple herons'

/** Sign up, confirm, forget the password, set a new one, change the address, and take that back. */
export function wayBackIn(variants: readonly Variant[]) {
  let e2e: E2eApp
  beforeAll(async () => {
    e2e = await startE2eApp()
  })
  afterEach(() => expect(e2e.takeErrors()).toEqual([]))
  afterAll(() => e2e.close())

  describe.each(variants)('$variant: the way in and back in', (variant) => {
    const username = `mara.${variant.variant}`
    const [email, other] = [`mara@${variant.variant}.example`, `mara@walks-${variant.variant}.example`]
    let user: BrowserUser
    beforeAll(async () => {
      user = await e2e.newUser(variant)
    })
    afterAll(() => user.close())

    test('signs up in the own time zone, and confirms the address', async () => {
      await user.open('/sign-up/influencer')
      const zone = user.page.getByLabel('Time zone')
      // The server can only guess where there is no script.
      if (variant.javaScript) expect(await zone.inputValue()).toBe('Europe/Stockholm')
      await user.checkPage('getting-in-1-sign-up')
      await user.submit('Sign up', {
        Username: username,
        'E-mail': email,
        Password: PASSWORD,
        'Time zone': 'Kyiv',
        Category: 'Outdoors',
        Niche: 'Hiking',
      })
      await user.sees('Your account is ready. Sign in with your username.')
      await signIn(user, username)
      await user.sees(`Confirm your e-mail address: we sent a link to ${email}.`)
      await user.checkPage('getting-in-2-not-confirmed')
      await user.press('Send again')
      await user.sees('We sent the link again.')
      await user.open('/settings/account')
      await user.sees('Not confirmed', 'with your e-mail address too once it is confirmed')
      await user.checkPage('getting-in-3-account')
      await user.open(await linkIn(e2e.app, { to: email, subject: 'Confirm your e-mail address', count: 2 }))
      await user.checkPage('getting-in-4-confirmation')
      await user.press('Confirm this address')
      await user.sees('Your e-mail address is confirmed.')
      await signOut(user)
    })

    test('forgets the password, and sets a new one by a link that works once', async () => {
      await user.follow('Forgot password?')
      await user.checkPage('getting-in-5-forgot')
      await user.submit('Send the link', { 'Username or e-mail': email })
      await user.sees('Check your e-mail')
      await user.checkPage('getting-in-6-sent')
      const link = await linkIn(e2e.app, { to: email, subject: 'Set a new password' })
      await user.open(link)
      await user.submit('Set password', { 'New password': 'password1' }, { status: 422 })
      await user.checkPage('getting-in-7-new-password')
      await user.submit('Set password', { 'New password': NEW_PASSWORD })
      await user.sees('Password changed. Sign in with the new one.')
      await user.open(link, 410)
      await user.sees('This link no longer works')
      await user.checkPage('getting-in-8-dead-link')
      await user.open('/sign-in')
      await signIn(user, email, NEW_PASSWORD)
      await user.sees('Nothing is waiting for you')
    })

    test('changes the address, which counts when it is confirmed, and takes it back', async () => {
      await user.open('/settings/email')
      await user.submit(
        'Change address',
        { 'New e-mail address': other, 'Current password': PASSWORD },
        { status: 422 },
      )
      await user.sees('This is not your current password')
      await user.submit('Change address', { 'Current password': NEW_PASSWORD })
      await user.sees('We sent a link to the new address.', `${other}, if you confirm it before`)
      await user.checkPage('getting-in-9-waiting-change')
      await user.open(await linkIn(e2e.app, { to: other, subject: 'Confirm your new e-mail address' }))
      await user.press('Confirm this address')
      await user.sees('Your e-mail address is confirmed.')

      await user.open(await linkIn(e2e.app, { to: email, subject: 'Your e-mail address was changed' }))
      await user.checkPage('getting-in-10-undo')
      await user.submit('Undo the change', { 'New password': PASSWORD })
      await user.sees('Your old address counts again.')
      await signIn(user, email)
      await user.open('/settings/account')
      await user.sees(email, 'Confirmed')
    })
  })
}
