import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../support/ad-requests.ts'
import { makeCampaign } from '../support/campaigns.ts'
import { type Actor, makeActor } from './stage/cast.ts'
import { type Stage, startStage } from './stage/stage.ts'
import { variants } from './stage/variants.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterEach(() => expect(stage.takeTroubles()).toEqual([]))
afterAll(() => stage.close())

describe.each(variants)('$variant: when it does not go straight', (variant) => {
  let sponsor: Actor
  let influencer: Actor
  let campaignId: number
  beforeAll(async () => {
    sponsor = await makeActor(stage, 'sponsor', 'Northway Outdoor', variant)
    influencer = await makeActor(stage, 'influencer', 'Mara Lindqvist', variant)
    campaignId = await makeCampaign(stage.app, sponsor)
  })
  afterAll(async () => {
    await sponsor.player.leave()
    await influencer.player.leave()
  })

  test('an invitation is rejected with a reason, which the sponsor reads', async () => {
    const id = await invite(stage.app, sponsor, influencer, campaignId)
    const { player } = influencer
    await player.open(`/ad-requests/${id}`)
    await player.follow('Reject')
    await player.press('Reject', { answers: 422 })
    await player.looks('side-1-rejection-without-reason')
    await player.submit('Reject', { 'The payment does not fit': true, 'In your words': 'Two days of work.' })
    await player.sees('Rejected. The other side has been told.')

    await sponsor.player.open('/notifications')
    await sponsor.player.press('Mara Lindqvist said no')
    await sponsor.player.sees('Rejected', 'Two days of work.')
    await sponsor.player.looks('side-2-rejected')
  })

  test('an offer is taken back while nobody has answered', async () => {
    const id = await invite(stage.app, sponsor, influencer, campaignId)
    const { player } = sponsor
    await player.open(`/ad-requests/${id}`)
    await player.unfold('Withdraw')
    await player.sees('Take back your offer?')
    await player.looks('side-3-withdraw-question')
    await player.press('Take it back')
    await player.sees('Withdrawn.')

    await influencer.player.open(`/ad-requests/${id}`)
    await influencer.player.sees('Northway Outdoor took the offer back.')
  })

  test('they write to each other beside the offers', async () => {
    const id = await invite(stage.app, sponsor, influencer, campaignId)
    await influencer.player.open(`/ad-requests/${id}`)
    await influencer.player.submit('Send message', { Message: 'Which boots?\nThe high ones?' })
    await sponsor.player.open('/notifications')
    await sponsor.player.press('Mara Lindqvist wrote about')
    await sponsor.player.submit('Send message', { Message: 'The high ones, yes.' })
    await influencer.player.open(`/ad-requests/${id}`)
    await influencer.player.sees('Which boots?', 'The high ones, yes.')
  })

  test('while a campaign is paused nothing is agreed, and the page says why', async () => {
    const { player } = influencer
    await player.goTo('Requests')
    await player.follow('Autumn Trail Boots')
    await sponsor.player.open(`/campaigns/${campaignId}`)
    await sponsor.player.unfold('Pause…')
    await sponsor.player.press('Pause it')
    await sponsor.player.sees('Paused: no new requests')

    await player.press('Accept offer 1', { answers: 422 })
    await player.sees('This campaign is paused: nothing new is agreed until its sponsor resumes it.')
    await player.looks('side-4-paused')

    await sponsor.player.press('Resume')
    await player.open('/home')
    await player.follow('Answer Northway Outdoor')
    await player.press('Accept offer 1')
    await player.sees('Agreed on $1,200.00')
  })
})
