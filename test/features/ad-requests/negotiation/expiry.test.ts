import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite, openRequest } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeExpired, rowsOf, type TwoSides, terms, twoSides } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Two people with an offer that was not answered in time. */
async function expired(): Promise<TwoSides & { id: number }> {
  const sides = await twoSides(app)
  return { ...sides, id: await makeExpired(app, sides) }
}

/** The count beside Requests in the navigation, if there is one. */
function requestCount(document: Document): string | undefined {
  const link = [...document.querySelectorAll('nav a')].find(
    (one) => one.getAttribute('href') === '/ad-requests',
  )
  return /\d+/.exec(link?.textContent ?? '')?.[0]
}

describe('an offer that has expired, even though no job has recorded it', () => {
  it('is closed on its page, without actions for either side', async () => {
    const { sponsor, influencer, id } = await expired()
    for (const { browser } of [sponsor, influencer]) {
      for (const query of ['', '?answer=offer', '?answer=reject']) {
        const { text, document } = await browser.get(`/ad-requests/${id}${query}`)
        expect(text).toContain("Mara Lindqvist didn't answer in time, so the offer expired.")
        expect(text).toContain('Expired')
        const actions = [...document.querySelectorAll('form')].map((form) => form.getAttribute('action'))
        expect(actions.filter((action) => action?.startsWith('/ad-requests'))).toEqual([
          `/ad-requests/${id}/messages`,
        ])
      }
    }
  })

  it.each([
    ['accepted', 'influencer', 'acceptance', { offer_number: '1' }],
    ['countered', 'influencer', 'offers', terms({ offer_number: '1' })],
    ['rejected', 'influencer', 'rejection', { reason: 'budget' }],
    ['replaced', 'sponsor', 'offers', terms({ offer_number: '1' })],
    ['withdrawn', 'sponsor', 'withdrawal', {}],
  ] as const)('cannot be %s anymore (409), and does not change', async (_, side, noun, fields) => {
    const { id, ...people } = await expired()
    const before = await rowsOf(app, id)
    const answer = await people[side].browser.post(`/ad-requests/${id}/${noun}`, fields)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('The offer has expired, so this request is closed.')
    expect(await rowsOf(app, id)).toEqual(before)
  })

  it('still takes messages', async () => {
    const { sponsor, influencer, id } = await expired()
    await sponsor.browser.get(`/ad-requests/${id}`)
    await sponsor.browser.submit('Send message', { message: 'Sorry that we missed each other.' })
    expect(sponsor.browser.page.status).toBe(200)
    await influencer.browser.get(`/ad-requests/${id}`)
    expect(influencer.browser.sees('Sorry that we missed each other.')).toBe(true)
  })

  it('is not waiting for anybody: at home, in the navigation or in the lists', async () => {
    const { sponsor, influencer, campaignId, id } = await expired()
    const other = await twoSides(app)
    const open = await invite(app, sponsor, other.influencer, campaignId)
    await app.db
      .execute({ sql: 'update ad_requests set influencer_id = ? where id = ?', args: [influencer.id, open] })
      .then(
        () => expect.unreachable('a pair has at most one pending request, even if it has expired'),
        () => undefined,
      )

    const home = await influencer.browser.get('/home')
    expect(home.text).toContain('Nothing is waiting for you.')
    expect(home.text).not.toContain('Reply to Northway Outdoor')
    expect(requestCount(home.document)).toBeUndefined()

    const theirs = await sponsor.browser.get('/home')
    // The other request is open, so the count is 1.
    expect(theirs.text).toMatch(/Their move\s*1\b|1\s*Their move/)

    const inList = async (listing: string, browser = influencer.browser, more = '') =>
      (await browser.get(`/ad-requests?listing=${listing}${more}`)).html.includes(`/ad-requests/${id}"`)
    expect(await inList('mine')).toBe(false)
    expect(await inList('closed')).toBe(true)
    expect(await inList('all')).toBe(true)
    expect(await inList('theirs', sponsor.browser)).toBe(false)
    expect(await inList('closed', sponsor.browser)).toBe(true)
    for (const [listing, shown] of [
      ['theirs', false],
      ['closed', true],
      ['all', true],
    ] as const) {
      expect(await inList(listing, sponsor.browser, `&campaign_id=${campaignId}`)).toBe(shown)
    }
    const closed = await influencer.browser.get('/ad-requests?listing=closed')
    expect(closed.text).toContain('Expired')
    expect(closed.text).not.toMatch(/\d+ (h|hours) left/)
  })

  it('is open right until it expires', async () => {
    const sides = await twoSides(app)
    const id = await invite(app, sides.sponsor, sides.influencer, sides.campaignId)
    const waiting = async () => requestCount((await sides.influencer.browser.get('/notifications')).document)
    await app.db.execute({
      sql: 'update ad_requests set closes_at = ? where id = ?',
      args: [Date.now() + 60_000, id],
    })
    expect(await waiting()).toBe('1')
    await app.db.execute({ sql: 'update ad_requests set closes_at = ? where id = ?', args: [Date.now(), id] })
    expect(await waiting()).toBeUndefined()
  })
})

describe('after a request has expired', () => {
  it('the sponsor can invite again, and the old request is stored as expired', async () => {
    const sides = await expired()
    const { sponsor, influencer, campaignId, id } = sides
    const { request: before } = await rowsOf(app, id)
    const fresh = await invite(app, sponsor, influencer, campaignId)
    expect(fresh).not.toBe(id)

    const { request, events } = await rowsOf(app, id)
    expect(request).toMatchObject({ state: 'expired', closes_at: before?.closes_at, version: 2 })
    expect(events).toMatchObject([
      { kind: 'expired', actor_id: null, from_state: 'pending', to_state: 'expired', at: before?.closes_at },
    ])
    await sponsor.browser.get(`/ad-requests/${id}`)
    expect(sponsor.browser.sees('The offer expired.')).toBe(true)
    expect((await rowsOf(app, fresh)).events.map(({ kind }) => kind)).toEqual(['invited'])
  })

  it('the influencer can apply', async () => {
    const { influencer, campaignId, id } = await expired()
    await influencer.browser.get(`/campaigns/${campaignId}/applications`)
    expect(influencer.browser.sees('there is already an open request')).toBe(false)
    await influencer.browser.submit('Send application', { payment_amount: '900' })
    expect(influencer.browser.page.status).toBe(200)
    expect(await openRequest(app, campaignId, influencer)).not.toBe(id)
    expect((await rowsOf(app, id)).request?.state).toBe('expired')
  })

  it('it does not change if the new invitation is refused', async () => {
    const { sponsor, influencer, campaignId, id } = await expired()
    const before = await rowsOf(app, id)
    const fields = { ...terms({ payment_amount: 'much' }), influencer_id: String(influencer.id) }
    expect((await sponsor.browser.post(`/campaigns/${campaignId}/ad-requests`, fields)).status).toBe(422)
    expect(await rowsOf(app, id)).toEqual(before)
  })

  it('a new invitation does not expire other requests', async () => {
    const { sponsor, influencer, campaignId } = await expired()
    const bystander = await twoSides(app)
    const elsewhere = await makeExpired(app, bystander)
    const sameCampaign = await makeExpired(app, { sponsor, influencer: bystander.influencer, campaignId })
    await invite(app, sponsor, influencer, campaignId)
    for (const other of [elsewhere, sameCampaign]) {
      expect((await rowsOf(app, other)).request?.state).toBe('pending')
    }
  })
})
