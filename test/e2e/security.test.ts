import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { codeNow } from '../features/accounts/two-factor/authenticator.ts'
import { makePerson, signedIn } from '../support/people.ts'
import { makeE2ePerson, PASSWORD, signIn, signOut } from './support/accounts.ts'
import type { BrowserUser } from './support/browser-user.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { type Variant, variants } from './support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants.map((variant) => ({ ...variant, axe: axeOf(variant) })))(
  '$variant: security',
  (variant) => {
    test('two-factor sign-in, from setting it up to the last recovery code, and other sessions', async () => {
      const { id, username, user } = await makeE2ePerson(e2e, 'influencer', 'Mara Lindqvist', variant)
      await user.open('/settings/security')
      await user.follow('Set up two-factor sign-in')
      await user.checkPage('security-1-password')
      await user.submit('Continue', { 'Current password': PASSWORD })
      await user.sees('Connect your app')
      await user.checkPage('security-2-setup')
      await user.submit('Switch on', { Code: '12' }, { status: 422 })
      await user.checkPage('security-3-wrong-code')
      const secret = (await user.page.locator('.authenticator-key').textContent())?.replaceAll(' ', '') ?? ''
      await user.submit('Switch on', { Code: codeNow(secret) })
      await user.checkPage('security-4-recovery-codes')
      const [first = '', second = ''] = await user.page.locator('.recovery-codes li').allTextContents()
      await user.press("I've saved them")
      await user.sees('10 of 10 left')

      // Meanwhile they are signed in somewhere else.
      const other = await signedIn(e2e.app, id)
      await user.open('/settings/security')
      await user.checkPage('security-5-overview')
      await user.unfold('Sign out…')
      await user.press('Sign out Unknown device')
      await user.sees('That device is signed out.')
      expect((await other.get('/home')).url).toBe('/sign-in?next=%2Fhome')

      await signOut(user)
      await signInWithCode(user, username, { Code: codeNow(secret, 1) })
      await user.open('/settings/security/log')
      await user.sees('Two-factor sign-in switched on', 'Signed in')
      await user.checkPage('security-7-log')

      await signOut(user)
      await user.open('/sign-in?next=/settings/security')
      await signIn(user, username)
      await user.follow('Use a recovery code')
      await user.checkPage('security-8-recovery')
      await user.submit('Sign in', { 'Recovery code': first })
      await user.sees('9 of 10 left')
      await user.follow('Switch off')
      await user.checkPage('security-9-off')
      await user.follow('Use a recovery code instead')
      await user.submit('Switch off', { 'Current password': PASSWORD, 'Recovery code': second })
      await user.sees('Two-factor sign-in is off.')
      await user.close()
    })

    test('an admin sees who tried to get in, and signs somebody out', async () => {
      const person = await makePerson(e2e.app, 'influencer', { display_name: 'Jonas Berg' })
      await person.browser.post('/sign-in', { username: person.username, password: 'not it' })
      const { user } = await makeE2ePerson(e2e, 'admin', 'Ada Keeper', variant)
      await user.open(`/admin/security-log?username=${person.username}`)
      await user.sees('Wrong password')
      await user.checkPage('security-a-admin-log')
      await user.open(`/admin/users/${person.id}`)
      await user.unfold('Sign out everywhere')
      await user.checkPage('security-b-admin-person')
      await user.submit('Sign out everywhere', { Reason: 'A stolen laptop.' })
      await user.sees('Not signed in anywhere.')
      await user.close()
    })
  },
)

async function signInWithCode(user: BrowserUser, username: string, code: { Code: string }): Promise<void> {
  await signIn(user, username)
  await user.sees('Enter your code')
  await user.checkPage('security-6-code')
  await user.submit('Sign in', code)
}

// These pages are checked here only, so both widths need it.
function axeOf({ javaScript, width }: Variant): Variant['axe'] {
  if (!javaScript) return 'nothing'
  return width === 360 ? 'size' : 'everything'
}
