import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../support/ad-requests.ts'
import { makeCampaign } from '../support/campaigns.ts'
import { makeSession, PASSWORD } from '../support/people.ts'
import { type E2ePerson, makeE2ePerson, signIn, signOut } from './support/accounts.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { desk, plainPhone } from './support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each([desk, plainPhone])('$variant: two browsers at once', (variant) => {
  let sponsor: E2ePerson
  let influencer: E2ePerson
  beforeAll(async () => {
    sponsor = await makeE2ePerson(e2e, 'sponsor', 'Northway Outdoor', variant)
    influencer = await makeE2ePerson(e2e, 'influencer', 'Mara Lindqvist', variant)
  })

  const count = async (sql: string, ...args: number[]) =>
    Number((await e2e.app.db.execute({ sql, args })).rows[0]?.number)

  test('two influencers accept, but the budget covers one: the other reads that the sponsor must raise it', async () => {
    const campaignId = await makeCampaign(e2e.app, sponsor, { budget: 200_000 })
    const both = [influencer, await makeE2ePerson(e2e, 'influencer', 'Jonas Weber', variant)]
    for (const one of both) {
      const id = await invite(e2e.app, sponsor, one, campaignId)
      await one.user.open(`/ad-requests/${id}?answer=accept`)
    }
    await Promise.all(both.map(({ user }) => user.press('Accept offer 1', { status: [200, 409, 422] })))

    const pages = await Promise.all(both.map(({ user }) => user.visibleText()))
    expect(pages.filter((page) => page.includes('agreed on $1,200.00'))).toHaveLength(1)
    expect(
      pages.filter((page) => page.includes("the sponsor has to raise the campaign's budget")),
    ).toHaveLength(1)
    expect(await count('select committed as number from campaigns where id = ?', campaignId)).toBe(120_000)
  })

  test('accepting in two tabs agrees once, and both tabs say so', async () => {
    const campaignId = await makeCampaign(e2e.app, sponsor)
    const id = await invite(e2e.app, sponsor, influencer, campaignId)
    const windows = [influencer.user, await e2e.newUser(variant, await makeSession(e2e.app, influencer.id))]
    for (const window of windows) await window.open(`/ad-requests/${id}?answer=accept`)
    await Promise.all(windows.map((window) => window.press('Accept offer 1', { status: [200, 409, 422] })))

    for (const window of windows) await window.sees('Agreed on $1,200.00')
    expect(await count('select count(*) as number from collaborations where ad_request_id = ?', id)).toBe(1)
  })

  test('accepting an offer that has been replaced is refused, and the newer one is shown', async () => {
    const id = await invite(e2e.app, sponsor, influencer, await makeCampaign(e2e.app, sponsor))
    const { user } = influencer
    await user.open(`/ad-requests/${id}?answer=accept`)
    await sponsor.user.open(`/ad-requests/${id}`)
    await sponsor.user.follow('Edit')
    await sponsor.user.submit('Update offer', { Payment: '800' })

    await user.press('Accept offer 1', { status: 409 })
    await user.sees('The latest is offer 2: $800.00', 'Northway Outdoor offered $800.00', 'Accept offer 2')
    await user.checkPage('at-once-1-replaced')
  })

  test('a double click submits once', async () => {
    const campaignId = await makeCampaign(e2e.app, sponsor)
    const { user } = sponsor
    await user.open(`/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`)
    await user.fill('Send invitation', { Payment: '700' })
    await user.pressTwice('Send invitation')
    await user.open('/campaigns/new')
    await user.fill('Save draft', { Name: 'Winter boots' })
    await user.pressTwice('Save draft')

    const requests = 'select count(*) as number from ad_requests where campaign_id = ?'
    const drafts = "select count(*) as number from campaigns where name = 'Winter boots' and sponsor_id = ?"
    expect(await count(requests, campaignId)).toBe(1)
    expect(await count(drafts, sponsor.id)).toBe(1)
  })

  test('after signing out in another tab, a form leads to sign-in and back', async () => {
    const id = await invite(e2e.app, sponsor, influencer, await makeCampaign(e2e.app, sponsor))
    const { user } = sponsor
    await user.open(`/ad-requests/${id}`)
    const otherTab = await user.openTab('/home')
    await signOut(otherTab)

    await user.submit('Send message', { Message: 'Are you there?' })
    expect(user.path).toMatch(/^\/sign-in\?next=%2Funsent%2F/)
    await user.checkPage('at-once-2-signed-out')
    await signIn(user, sponsor.username, PASSWORD)
    await user.sees('You were signed out before this was sent.')
    expect(await user.page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Are you there?')
    await user.press('Send message')
    await user.sees('Message sent.', 'Are you there?')
    expect(user.path).toBe(`/ad-requests/${id}`)
  })

  test('a suspended user is signed out at once, and told why when they sign in', async () => {
    const admin = await makeE2ePerson(e2e, 'admin', 'Ada Holm', variant)
    await influencer.user.open('/home')
    await admin.user.open(`/admin/users/${influencer.id}`)
    await admin.user.unfold('Suspend…')
    await admin.user.submit('Suspend', { Reason: 'Bought followers.' })
    await admin.user.sees('Suspended and signed out everywhere.')
    await admin.user.checkPage('at-once-3-suspended')

    const { user } = influencer
    await user.goTo('Requests')
    expect(user.path).toBe('/sign-in?next=%2Fad-requests')
    await user.fill('Sign in', { 'Username or e-mail': influencer.username, Password: PASSWORD })
    await user.press('Sign in', { status: 422 })
    await user.sees('This account is suspended until', 'Bought followers.')
    await user.checkPage('at-once-4-told-why')
  })
})
