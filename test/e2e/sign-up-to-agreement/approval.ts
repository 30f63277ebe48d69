import { expect, test } from 'vitest'
import { signIn, signOut, signUp } from '../support/accounts.ts'
import { adminAccount } from '../support/e2e-app.ts'
import { followMail } from '../support/inbox.ts'
import type { Setup } from './setup.ts'

/** A sponsor signs up, is rejected, resubmits and is approved. */
export function approval(setup: () => Setup) {
  test('a sponsor signs up and waits; only pages that visitors see are open to them', async () => {
    const { northway, sponsor } = setup()
    await sponsor.open('/')
    await sponsor.checkPage('01-landing')
    await sponsor.follow('Sign up')
    await sponsor.checkPage('02-which-account')
    await signUp(setup().e2e.app, sponsor, 'sponsor', {
      Username: northway.username,
      Name: 'Northway Outdoor',
      'E-mail': northway.email,
      'Time zone': 'Stockholm',
      'Company or individual name': 'Northway Outdor',
      Industry: 'Outdoor gear',
      'Annual budget': '250000',
      About: 'Boots that last ten winters.',
    })
    await sponsor.sees("We're reviewing your account", 'Northway Outdor', '$250,000')
    await sponsor.checkPage('03-waiting')
    for (const path of ['/home', '/campaigns/new', '/ad-requests', '/notifications']) {
      await sponsor.open(path)
      expect(sponsor.path).toBe('/waiting')
    }
  })

  test('an admin rejects them with a reason; they read the e-mail, correct their profile and resubmit', async () => {
    const { e2e, northway, sponsor, admin } = setup()
    await admin.open('/sign-in')
    await admin.checkPage('04-sign-in')
    await signIn(admin, adminAccount.username, adminAccount.password)
    await admin.goTo('Sponsors')
    await admin.checkPage('05-sponsors-waiting')
    await admin.unfold('Reject…')
    await admin.submit('Reject sponsor', { Reason: 'The name of your company has a typing error.' })
    await admin.sees('Rejected. The sponsor has been notified with your reason.')

    await followMail(e2e.app, sponsor, {
      to: northway.email,
      subject: 'not approved',
      button: 'Update and resubmit',
    })
    await sponsor.sees('The name of your company has a typing error.')
    await sponsor.checkPage('06-rejected')
    await sponsor.follow('Edit profile')
    await sponsor.submit('Save', { 'Company or individual name': 'Northway Outdoor' })
    await sponsor.open('/waiting')
    await sponsor.press('Resubmit')
    await sponsor.sees("We're reviewing your account", 'Northway Outdoor')
  })

  test('the admin approves them; the link in the e-mail works after signing in', async () => {
    const { e2e, northway, sponsor, admin } = setup()
    await admin.goTo('Sponsors')
    await admin.press('Approve Northway Outdoor')
    await admin.sees('Approved. The sponsor has been notified.')

    await sponsor.open('/waiting')
    await signOut(sponsor)
    await followMail(e2e.app, sponsor, {
      to: northway.email,
      subject: 'Your account is approved',
      button: 'Create a campaign',
    })
    expect(sponsor.path).toContain('/sign-in')
    await signIn(sponsor, northway.email)
    expect(sponsor.path).toBe('/campaigns/new')
    await sponsor.checkPage('07-first-campaign')
  })
}
