import { expect, test } from 'vitest'
import { committedOf, signIn, signOut, signUp } from '../support/accounts.ts'
import { followMail } from '../support/inbox.ts'
import type { Setup } from './setup.ts'

/** Two influencers, one invited and one applying, reach an agreement with the sponsor. */
export function negotiation(setup: () => Setup) {
  test('the sponsor finds and invites an influencer; bell and e-mail lead to the request', async () => {
    const { e2e, campaign, mara, sponsor, influencer } = setup()
    await sponsor.goTo('Influencers')
    await sponsor.search('Search', { Keyword: mara.username })
    await sponsor.checkPage('15-influencers-found')
    await sponsor.follow('Invite Mara Lindqvist')
    await sponsor.submit('Write the offer', { Campaign: campaign }, { method: 'GET' })
    await sponsor.checkPage('16-invitation')
    await sponsor.submit('Send invitation', { Payment: '1000', Message: 'Would you walk these in?' })
    await sponsor.sees("Invitation sent. We'll notify you when they answer.", 'Their move')

    await influencer.open('/home')
    await influencer.sees('One thing is waiting for you.', 'Reply to Northway Outdoor')
    await influencer.follow('Notifications, 1 unread')
    await influencer.checkPage('17-notifications')
    await influencer.press(`Northway Outdoor invited you to ${campaign}`)
    await influencer.sees('Northway Outdoor offered $1,000.00', 'Would you walk these in?')
    await signOut(influencer)
    await followMail(e2e.app, influencer, {
      to: mara.email,
      subject: `Northway Outdoor offers $1,000.00 for ${campaign}`,
      button: 'Answer the invitation',
    })
    await signIn(influencer, mara.username)
    await influencer.sees('Northway Outdoor offered $1,000.00', 'Accept offer 1?')
    expect(await influencer.hasInView('Accept offer 1?')).toBe(true)
    await influencer.checkPage('18-your-move')
  })

  test('they counter, edit and counter back; every change is shown', async () => {
    const { e2e, campaign, northway, sponsor, influencer } = setup()
    await influencer.follow('Counter')
    await influencer.checkPage('19-counter')
    await influencer.submit('Send counteroffer', { Payment: '1600', Message: 'Two days of filming.' })
    await influencer.sees('You asked for $1,600.00', 'Their move')
    await influencer.follow('Edit')
    await influencer.submit('Update offer', { Payment: '1500' })
    await influencer.sees('You asked for $1,500.00', 'edited')

    await followMail(e2e.app, sponsor, {
      to: northway.email,
      subject: `asks for $1,500.00 for ${campaign}`,
      button: 'Answer the offer',
    })
    await sponsor.sees('asked for $1,500.00', 'Your campaign has $5,000.00 left')
    await sponsor.follow('Counter')
    await sponsor.submit('Send counteroffer', { Payment: '1450', 'How many': '2' })
    await sponsor.sees('You offered $1,450.00', '2 reels')
    await sponsor.submit('Send message', { Message: 'That is all we can do this season.' })
    await sponsor.sees('That is all we can do this season.')
    await sponsor.checkPage('20-their-move')
  })

  test('the influencer accepts: both see the agreement, and the budget is committed', async () => {
    const { e2e, campaign, sponsor, influencer } = setup()
    await influencer.goTo('Requests')
    await influencer.follow(campaign)
    await influencer.press('Accept offer 4')
    await influencer.sees('Accepted. The terms are now final.', 'Agreed on $1,450.00')
    await influencer.checkPage('21-agreed')

    await sponsor.goTo('Requests')
    await sponsor.follow('Agreed')
    await sponsor.checkPage('22-requests-agreed')
    await sponsor.follow('Mara Lindqvist')
    await sponsor.sees('Agreed on $1,450.00')
    expect(await committedOf(e2e.app, campaign)).toBe(145_000)
    await sponsor.goTo('Home')
    await sponsor.sees('$1,450 of $5,000 committed')
    await sponsor.checkPage('23-sponsor-home')
  })

  test('another influencer applies, the sponsor counters, the influencer accepts', async () => {
    const { e2e, campaign, jonas, sponsor, second, variant } = setup()
    await signUp(setup().e2e.app, second, 'influencer', {
      Username: jonas.username,
      Name: `Jonas Weber ${variant}`,
      'E-mail': jonas.email,
      Category: 'Outdoors',
      Niche: 'Hiking',
    })
    await second.goTo('Campaigns')
    await second.checkPage('24-campaigns')
    await second.follow(campaign)
    await second.checkPage('25-campaign-for-influencers')
    await second.follow('Apply')
    await second.submit('Send application', { Payment: '900', Message: 'I walk there every week.' })

    await sponsor.open('/home')
    await sponsor.follow('Reply to Jonas Weber')
    await sponsor.follow('Counter')
    await sponsor.submit('Send counteroffer', { Payment: '800' })
    await second.goTo('Home')
    await second.checkPage('26-influencer-home')
    await second.follow('Reply to Northway Outdoor')
    await second.press('Accept offer 2')
    await second.sees('Agreed on $800.00')
    expect(await committedOf(e2e.app, campaign)).toBe(225_000)
  })

  test('the admin sees everything', async () => {
    const { admin } = setup()
    await admin.goTo('Requests')
    await admin.sees('Jonas Weber', 'Mara Lindqvist', 'Agreed')
    await admin.goTo('People')
    await admin.checkPage('27-people')
    await admin.goTo('Home')
    await admin.checkPage('28-overview')
  })
}
