import { expect, test } from 'vitest'
import { signIn } from '../support/accounts.ts'
import type { Setup } from './setup.ts'

const reason = 'You asked for payment outside of Parley again.'
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).getUTCFullYear()

/** Somebody is suspended for a week, and may come back earlier. */
export function suspension(setup: () => Setup) {
  test('the admin suspends somebody, who is signed out and reads why', async () => {
    const { admin, influencer, rex } = setup()
    await admin.goTo('People')
    await admin.search('Search', { 'Username, name or e-mail': rex.username })
    await admin.follow(rex.name)
    await admin.unfold('Suspend…')
    await admin.submit('Suspend', { '7 days': true, Reason: reason })
    await admin.sees('Suspended and signed out everywhere.', 'This account is suspended until')
    await admin.checkPage('day-5-suspended')

    await influencer.open('/home')
    expect(influencer.path).toContain('/sign-in')
    await signIn(influencer, rex.username, undefined, 422)
    await influencer.sees(`This account is suspended until`, String(inAWeek()), reason)
  })

  test('the admin ends the suspension, and they can sign in', async () => {
    const { admin, influencer, rex } = setup()
    await admin.unfold('End suspension…')
    await admin.press('End suspension')
    await admin.sees('Suspension ended.', 'This account can sign in.')
    await signIn(influencer, rex.username)
    await influencer.sees('Nothing is waiting for you.')
  })
}
