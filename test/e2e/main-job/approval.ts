import { expect, test } from 'vitest'
import { signIn, signOut, signUp } from '../stage/cast.ts'
import { followMail } from '../stage/inbox.ts'
import { admin } from '../stage/stage.ts'
import type { Scene } from './scene.ts'

/** A sponsor comes in: signed up, rejected, corrected, approved. */
export function approval(scene: () => Scene) {
  test('a sponsor signs up and waits; nothing else is open to it', async () => {
    const { northway, sponsor } = scene()
    await sponsor.open('/')
    await sponsor.looks('01-first-page')
    await sponsor.follow('Sign up')
    await sponsor.looks('02-which-account')
    await signUp(sponsor, 'sponsor', {
      Username: northway.username,
      Name: 'Northway Outdoor',
      'E-mail': northway.email,
      'Company, or your own name': 'Northway Outdor',
      Industry: 'Outdoor gear',
      'Yearly budget': '250000',
      About: 'Boots that last ten winters.',
    })
    await sponsor.sees('An admin looks at your account', 'Northway Outdor', '$250,000')
    await sponsor.looks('03-waiting')
    for (const path of ['/home', '/campaigns/new', '/influencers', '/ad-requests', '/notifications']) {
      await sponsor.open(path)
      expect(sponsor.at).toBe('/waiting')
    }
  })

  test('an admin rejects it with a reason; it reads the mail, corrects and sends again', async () => {
    const { stage, northway, sponsor, keeper } = scene()
    await keeper.open('/sign-in')
    await keeper.looks('04-sign-in')
    await signIn(keeper, admin.username, admin.password)
    await keeper.goTo('Sponsors')
    await keeper.looks('05-sponsors-waiting')
    await keeper.unfold('Reject…')
    await keeper.submit('Reject', { Reason: 'The name of your company has a typing error.' })
    await keeper.sees('Rejected. The sponsor has been told why.')

    await followMail(stage.app, sponsor, northway.email, 'not approved')
    await sponsor.sees('The name of your company has a typing error.')
    await sponsor.looks('06-rejected')
    await sponsor.follow('Correct it')
    await sponsor.submit('Save', { 'Company, or your own name': 'Northway Outdoor' })
    await sponsor.open('/waiting')
    await sponsor.press('Send again')
    await sponsor.sees('An admin looks at your account', 'Northway Outdoor')
  })

  test('the admin approves it; the link in the mail leads there after signing in', async () => {
    const { stage, northway, sponsor, keeper } = scene()
    await keeper.goTo('Sponsors')
    await keeper.press('Approve Northway Outdoor')
    await keeper.sees('Approved. The sponsor has been told.')

    await sponsor.open('/waiting')
    await signOut(sponsor)
    await followMail(stage.app, sponsor, northway.email, 'approved')
    expect(sponsor.at).toContain('/sign-in')
    await signIn(sponsor, northway.email)
    expect(sponsor.at).toBe('/campaigns/new')
    await sponsor.looks('07-first-campaign')
  })
}
