import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../support/ad-requests.ts'
import { makeCampaign } from '../support/campaigns.ts'
import { type E2ePerson, makeE2ePerson } from './support/accounts.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { variants } from './support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: other outcomes', (variant) => {
  let sponsor: E2ePerson
  let influencer: E2ePerson
  let campaignId: number
  beforeAll(async () => {
    sponsor = await makeE2ePerson(e2e, 'sponsor', 'Northway Outdoor', variant)
    influencer = await makeE2ePerson(e2e, 'influencer', 'Mara Lindqvist', variant)
    campaignId = await makeCampaign(e2e.app, sponsor)
  })
  afterAll(async () => {
    await sponsor.user.close()
    await influencer.user.close()
  })

  test('an influencer rejects an invitation, and the sponsor reads the reason', async () => {
    const id = await invite(e2e.app, sponsor, influencer, campaignId)
    const { user } = influencer
    await user.open(`/ad-requests/${id}`)
    await user.follow('Reject')
    await user.press('Reject', { status: 422 })
    await user.checkPage('side-1-rejection-without-reason')
    await user.submit('Reject', { "The payment doesn't work": true, Comment: 'Two days of work.' })
    await user.sees("Rejected. We've notified the other side.")

    await sponsor.user.open('/notifications')
    await sponsor.user.press('Mara Lindqvist rejected your offer')
    await sponsor.user.sees('Rejected', 'Two days of work.')
    await sponsor.user.checkPage('side-2-rejected')
  })

  test('a sponsor withdraws an offer before it is answered', async () => {
    const id = await invite(e2e.app, sponsor, influencer, campaignId)
    const { user } = sponsor
    await user.open(`/ad-requests/${id}`)
    await user.unfold('Withdraw…')
    await user.sees('Withdraw your offer?')
    await user.checkPage('side-3-withdraw-question')
    await user.press('Withdraw offer')
    await user.sees('Offer withdrawn.')

    await influencer.user.open(`/ad-requests/${id}`)
    await influencer.user.sees('Northway Outdoor withdrew the offer.')
  })

  test('both sides send messages', async () => {
    const id = await invite(e2e.app, sponsor, influencer, campaignId)
    await influencer.user.open(`/ad-requests/${id}`)
    await influencer.user.submit('Send message', { Message: 'Which boots?\nThe high ones?' })
    await sponsor.user.open('/notifications')
    await sponsor.user.press('Mara Lindqvist sent you a message about')
    await sponsor.user.submit('Send message', { Message: 'The high ones, yes.' })
    await influencer.user.open(`/ad-requests/${id}`)
    await influencer.user.sees('Which boots?', 'The high ones, yes.')
  })

  test('while a campaign is paused, nobody can accept, and the page says why', async () => {
    const { user } = influencer
    await user.goTo('Requests')
    await user.follow('Autumn Trail Boots')
    await user.follow('Review and accept offer 1')
    await sponsor.user.open(`/campaigns/${campaignId}`)
    await sponsor.user.unfold('Pause…')
    await sponsor.user.press('Pause campaign')
    await sponsor.user.sees('Campaign paused')

    await user.press('Accept offer 1', { status: 422 })
    await user.sees('This campaign is paused. New agreements have to wait until its sponsor resumes it.')
    await user.checkPage('side-4-paused')

    await sponsor.user.press('Resume')
    await user.open('/home')
    await user.follow('Reply to Northway Outdoor')
    await user.follow('Review and accept offer 1')
    await user.press('Accept offer 1')
    await user.sees('Agreed on $1,200.00')
  })
})
