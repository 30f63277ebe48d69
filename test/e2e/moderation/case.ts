import { expect, test } from 'vitest'
import { expectWaiting } from './navigation.ts'
import type { Setup } from './setup.ts'

const message = 'You asked for payment outside of Parley. Please remove your account number.'
const appeal = 'It was an old text. I have removed it.'

/** A profile is reported and flagged; its owner appeals, and the flag is lifted. */
export function reportedProfile(setup: () => Setup) {
  test('a sponsor reports a profile, once', async () => {
    const { reporter, rex } = setup()
    await reporter.open(rex.page)
    await reporter.follow('Report this profile')
    await reporter.press('Send report', { status: 422 })
    await reporter.sees('Choose what is wrong')
    await reporter.submit('Send report', {
      'Fraud or a scam': true,
      Details: 'He asked us to pay to his own account.',
    })
    await reporter.sees('We have your report', 'Under review')

    await reporter.open(rex.page)
    await reporter.follow('Report this profile')
    await reporter.sees('He asked us to pay to his own account.', 'Add to your report')
  })

  test('the admin takes the case and flags the profile, which is hidden at once', async () => {
    const { admin, reporter, rex } = setup()
    await admin.open('/admin')
    await expectWaiting(admin, 'User reports', 1)
    await admin.goTo('User reports')
    await admin.press(`Take ${rex.name}`)
    await admin.sees('The case is yours.', 'Ada Holm')
    await admin.follow(rex.name)
    await admin.sees('He asked us to pay to his own account.')
    await admin.submit('Uphold', { 'Flag it': true, [`Message to ${rex.name}`]: message })
    await admin.sees('The owner and the reporters have been told.', 'Upheld')
    await expectWaiting(admin, 'User reports', 0)
    await admin.checkPage('day-3-upheld')

    await reporter.open(rex.page, 404)
    await reporter.open('/notifications')
    await reporter.press("We've decided on your report about")
    await reporter.sees('Action taken')
  })

  test('the owner reads why, and appeals', async () => {
    const { influencer } = setup()
    await influencer.open('/home')
    await influencer.follow('Notifications, 1 unread')
    await influencer.press('An admin flagged your profile')
    await influencer.sees(message, 'What this means now')
    await influencer.submit('Send appeal', { 'Your appeal': appeal })
    await influencer.sees('An admin will answer you here and by e-mail.')
    await influencer.checkPage('day-4-appealed')
  })

  test('the admin finds the appeal in the overview and lifts the flag', async () => {
    const { admin, influencer, reporter, rex } = setup()
    await admin.goTo('Home')
    await admin.follow(`Answer the appeal of ${rex.name}`)
    await admin.sees(appeal, message)
    await admin.submit('Send answer', { 'Lift the flag': true, Reason: 'Thank you for removing it.' })
    await admin.sees('Lifted')
    await admin.goTo('Home')
    expect(await admin.visibleText()).not.toContain('appeal of')

    await influencer.open('/home')
    await influencer.follow('Notifications, 1 unread')
    await influencer.press('The flag on your profile')
    await influencer.sees('This flag has been removed', 'Thank you for removing it.')
    await reporter.open(rex.page)
  })
}
