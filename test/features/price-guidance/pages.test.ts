import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'
import { dayFromNow, terms } from '../ad-requests/fixtures.ts'
import { addDeal, addPeople, INFLUENCER, SPONSOR } from './deals.ts'

const REELS = 'Agreed for similar work: $330 to $780 per reel (10 deals)'

let app: App
let sponsor: Person
let influencer: Person
let campaignId: number

beforeAll(async () => {
  app = await startApp(withoutMail)
  await addPeople(app.db)
  for (let index = 0; index < 10; index += 1) {
    await addDeal(app.db, {
      sponsor: SPONSOR + (index % 5),
      influencer: INFLUENCER + index,
      dollars: 100 * (index + 1),
      agreedAt: Date.now() - 86_400_000,
    })
  }
  // The group of the people that the tests make.
  await app.db.execute("update agreed_prices set category = 'outdoors', tier = 'nano'")
  sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  influencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  campaignId = await makeCampaign(app, sponsor)
})
afterAll(() => app.close())

const partial = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }

describe('what was agreed for similar work is shown', () => {
  it('on an invitation, for the kind that the campaign asks for', async () => {
    const { browser } = sponsor
    await browser.get(`/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`)
    expect(browser.sees(REELS)).toBe(true)
    expect(browser.sees('Outdoors, nano influencers')).toBe(true)
  })

  it('on an application and on a counteroffer', async () => {
    const applicant = await makePerson(app, 'influencer')
    await applicant.browser.get(`/campaigns/${campaignId}/applications`)
    expect(applicant.browser.sees(REELS)).toBe(true)

    const id = await invite(app, sponsor, applicant, campaignId)
    await applicant.browser.get(`/ad-requests/${id}?answer=offer`)
    expect(applicant.browser.sees(REELS)).toBe(true)
    await applicant.browser.get(`/ad-requests/${id}`)
    expect(applicant.browser.sees('Agreed for similar work')).toBe(false)
  })

  it('again with a form that was refused, for the kinds in it', async () => {
    const applicant = await makePerson(app, 'influencer')
    const { browser } = applicant
    const path = `/campaigns/${campaignId}/applications`
    await browser.post(path, terms({ payment_amount: 'much' }))
    expect(browser.page.status).toBe(422)
    expect(browser.sees(REELS)).toBe(true)

    await browser.post(path, terms({ payment_amount: 'much', deliverable_kind: 'story' }))
    expect(browser.sees('Agreed for similar work')).toBe(false)

    const id = await invite(app, sponsor, applicant, campaignId)
    await browser.post(`/ad-requests/${id}/offers`, terms({ payment_amount: 'much', offer_number: '1' }))
    expect(browser.page.status).toBe(422)
    expect(browser.sees(REELS)).toBe(true)
  })

  it('for the kinds that are chosen, as a fragment', async () => {
    const path = `/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`
    const kinds = (...chosen: string[]) => chosen.map((kind) => `&deliverable_kind=${kind}`).join('')
    const fragment = async (query: string) =>
      (await sponsor.browser.send(path + query, { headers: partial })).text()

    expect(await fragment(kinds('', 'reel'))).toContain('Agreed for similar work')
    expect(await fragment(kinds('', 'reel'))).not.toContain('<form')
    expect(await fragment(kinds('', 'story'))).not.toContain('Agreed for similar work')
  })

  it('on the rate card: beside a price, in its form, and for the kind that is chosen', async () => {
    const { browser } = influencer
    await browser.get('/settings/rates')
    expect(browser.sees('Agreed for similar work')).toBe(false)
    const chosen = await browser.send('/settings/rates?kind=reel', { headers: partial })
    expect(await chosen.text()).toContain('Agreed for similar work')

    await browser.submit('Add price', { kind: 'reel', price: '500', days: '5' })
    expect(browser.sees(REELS)).toBe(true)
    const { rows } = await app.db.execute({
      sql: 'select id from rates where influencer_id = ?',
      args: [influencer.id],
    })
    await browser.get(`/settings/rates/${rows[0]?.id}`)
    expect(browser.sees(REELS)).toBe(true)
  })

  it('within the round trips of the page', async () => {
    const pages: [Person, string][] = [
      [sponsor, `/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`],
      [influencer, `/campaigns/${campaignId}/applications`],
      [influencer, '/settings/rates'],
    ]
    for (const [{ browser }, path] of pages) {
      expect(await countRoundTrips(app, browser, path), path).toEqual({ status: 200, roundTrips: 2 })
    }
  })
})

describe('an agreement', () => {
  it('keeps its price for one kind of deliverable, with the group of the influencer at that time', async () => {
    const other = await makePerson(app, 'influencer')
    await app.db.execute(`update influencers set followers = 60000 where user_id = ${other.id}`)
    const id = await invite(app, sponsor, other, campaignId, {
      payment_amount: '900.00',
      deliverable_kind: 'story',
      deliverable_count: '3',
      deliverable_due: dayFromNow(5),
    })
    await other.browser.post(`/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' })
    const { rows } = await app.db.execute(`select * from agreed_prices where ad_request_id = ${id}`)
    expect({ ...rows[0] }).toMatchObject({
      sponsor_id: sponsor.id,
      influencer_id: other.id,
      kind: 'story',
      category: 'outdoors',
      tier: 'mid',
      unit_price: 300_00,
    })
  })
})
