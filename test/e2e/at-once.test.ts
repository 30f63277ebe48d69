import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../support/ad-requests.ts'
import { makeCampaign } from '../support/campaigns.ts'
import { makeSession, PASSWORD } from '../support/people.ts'
import { type Actor, makeActor, signIn, signOut } from './stage/cast.ts'
import { type Stage, startStage } from './stage/stage.ts'
import { desk, plainPhone } from './stage/variants.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterEach(() => expect(stage.takeTroubles()).toEqual([]))
afterAll(() => stage.close())

describe.each([desk, plainPhone])('$variant: two browsers at once', (variant) => {
  let sponsor: Actor
  let influencer: Actor
  beforeAll(async () => {
    sponsor = await makeActor(stage, 'sponsor', 'Northway Outdoor', variant)
    influencer = await makeActor(stage, 'influencer', 'Mara Lindqvist', variant)
  })

  const count = async (sql: string, ...args: number[]) =>
    Number((await stage.app.db.execute({ sql, args })).rows[0]?.number)

  test('two influencers accept what the budget holds once: one gets it, the other reads what is left', async () => {
    const campaignId = await makeCampaign(stage.app, sponsor, { budget: 200_000 })
    const both = [influencer, await makeActor(stage, 'influencer', 'Jonas Weber', variant)]
    for (const one of both) {
      const id = await invite(stage.app, sponsor, one, campaignId)
      await one.player.open(`/ad-requests/${id}`)
    }
    await Promise.all(both.map(({ player }) => player.press('Accept offer 1', { answers: [200, 409, 422] })))

    const pages = await Promise.all(both.map(({ player }) => player.reads()))
    expect(pages.filter((page) => page.includes('agreed on $1,200.00'))).toHaveLength(1)
    expect(pages.filter((page) => page.includes('has $800.00 left, which is less'))).toHaveLength(1)
    expect(await count('select committed as number from campaigns where id = ?', campaignId)).toBe(120_000)
  })

  test('one accepts in two windows: it is agreed once, and the second window says so', async () => {
    const campaignId = await makeCampaign(stage.app, sponsor)
    const id = await invite(stage.app, sponsor, influencer, campaignId)
    const windows = [
      influencer.player,
      await stage.player(variant, await makeSession(stage.app, influencer.id)),
    ]
    for (const window of windows) await window.open(`/ad-requests/${id}`)
    await Promise.all(windows.map((window) => window.press('Accept offer 1', { answers: [200, 409, 422] })))

    for (const window of windows) await window.sees('Agreed on $1,200.00')
    expect(await count('select count(*) as number from collaborations where ad_request_id = ?', id)).toBe(1)
  })

  test('an offer that is replaced under the eyes of the other is refused, with the newer one', async () => {
    const id = await invite(stage.app, sponsor, influencer, await makeCampaign(stage.app, sponsor))
    const { player } = influencer
    await player.open(`/ad-requests/${id}`)
    await sponsor.player.open(`/ad-requests/${id}`)
    await sponsor.player.follow('Edit')
    await sponsor.player.submit('Replace the offer', { Payment: '800' })

    await player.press('Accept offer 1', { answers: 409 })
    await player.sees('The latest is offer 2: $800.00', 'Northway Outdoor offers $800.00', 'Accept offer 2')
    await player.looks('at-once-1-replaced')
  })

  test('a double click makes one thing', async () => {
    const campaignId = await makeCampaign(stage.app, sponsor)
    const { player } = sponsor
    await player.open(`/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`)
    await player.fill('Send invitation', { Payment: '700' })
    await player.pressTwice('Send invitation')
    await player.open('/campaigns/new')
    await player.fill('Save the draft', { Name: 'Winter boots' })
    await player.pressTwice('Save the draft')

    const requests = 'select count(*) as number from ad_requests where campaign_id = ?'
    const drafts = "select count(*) as number from campaigns where name = 'Winter boots' and sponsor_id = ?"
    expect(await count(requests, campaignId)).toBe(1)
    expect(await count(drafts, sponsor.id)).toBe(1)
  })

  test('signed out in another tab: a form leads to signing in and back', async () => {
    const id = await invite(stage.app, sponsor, influencer, await makeCampaign(stage.app, sponsor))
    const { player } = sponsor
    await player.open(`/ad-requests/${id}`)
    const otherTab = await player.openTab('/home')
    await signOut(otherTab)

    await player.submit('Send message', { Message: 'Are you there?' })
    expect(player.at).toBe(`/sign-in?next=${encodeURIComponent(`/ad-requests/${id}`)}`)
    await player.looks('at-once-2-signed-out')
    await signIn(player, sponsor.username, PASSWORD)
    expect(player.at).toBe(`/ad-requests/${id}`)
  })

  test('a suspended account is out at once, and is told why when it signs in', async () => {
    const keeper = await makeActor(stage, 'admin', 'Ada Holm', variant)
    await influencer.player.open('/home')
    await keeper.player.open(`/admin/users/${influencer.id}`)
    await keeper.player.unfold('Suspend…')
    await keeper.player.submit('Suspend', { Reason: 'Bought followers.' })
    await keeper.player.sees('Suspended and signed out everywhere.')
    await keeper.player.looks('at-once-3-suspended')

    const { player } = influencer
    await player.goTo('Requests')
    expect(player.at).toBe('/sign-in?next=%2Fad-requests')
    await player.fill('Sign in', { 'Username or e-mail': influencer.username, Password: PASSWORD })
    await player.press('Sign in', { answers: 422 })
    await player.sees('This account is suspended: Bought followers.')
    await player.looks('at-once-4-told-why')
  })
})
