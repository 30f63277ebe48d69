import { test } from 'vitest'
import { dayIn, signUp } from '../support/accounts.ts'
import type { Setup } from './setup.ts'

/** The sponsor publishes a campaign, and an influencer completes their public page. */
export function preparation(setup: () => Setup) {
  test('the sponsor drafts a campaign, sees what is missing, publishes it and completes a goal', async () => {
    const { campaign, sponsor } = setup()
    await sponsor.goTo('Campaigns')
    await sponsor.follow('New campaign')
    await sponsor.submit('Save draft', { Name: campaign, Goals: '10 honest reviews\n100,000 views' })
    await sponsor.sees('Still needed before you can publish', 'brief', 'end date', 'budget')
    await sponsor.checkPage('08-draft')

    await sponsor.follow('Complete the brief')
    await sponsor.checkPage('09-campaign-form')
    await sponsor.submit('Save', {
      Brief: 'Walk them in and tell us what you think.',
      Category: 'Outdoors',
      Niche: 'Hiking',
      Instagram: true,
      What: 'Reel',
      'Start date': dayIn(0),
      'End date': dayIn(40),
      Budget: '5000',
      Public: true,
    })
    await sponsor.press('Publish')
    await sponsor.sees('Campaign published.', 'This campaign is active')
    await sponsor.press('Reached: 10 honest reviews')
    await sponsor.sees('1 of 2 goals reached')
    await sponsor.checkPage('10-campaign')
  })

  test('an influencer signs up, adds a channel and a price, and has a public page', async () => {
    const { mara, influencer, variant } = setup()
    await signUp(setup().e2e.app, influencer, 'influencer', {
      Username: mara.username,
      Name: `Mara Lindqvist ${variant}`,
      'E-mail': mara.email,
      Category: 'Outdoors',
      Niche: 'Hiking',
      Bio: 'Long walks, honest boots.',
      Country: 'Sweden',
      'Time zone': 'Stockholm',
    })
    await influencer.checkPage('11-influencer-home-empty')
    await influencer.unfold('Your account')
    await influencer.follow('Channels')
    await influencer.submit('Add channel', {
      Platform: 'Instagram',
      Handle: 'mara.walks',
      'Web address': 'https://instagram.com/mara.walks',
      Followers: '80000',
      'Posts in the last 30 days': '4',
      Views: '30,000',
      Likes: '3200',
      Comments: '400',
      'As of': dayIn(-3),
    })
    await influencer.checkPage('12-channels')
    await influencer.follow('Rate card')
    await influencer.submit('Add price', { Deliverable: 'One reel', Price: '1,200.00', 'Delivery time': '7' })
    await influencer.checkPage('13-rate-card')

    await influencer.unfold('Your account')
    await influencer.follow('Public page')
    await influencer.sees('40,000', '4.5%', '$1,200')
    await influencer.checkPage('14-public-page')
  })
}
