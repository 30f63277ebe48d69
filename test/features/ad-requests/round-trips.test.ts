import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'
import { invited, makeExpired, type TwoSides, terms, twoSides } from './fixtures.ts'

let app: App
let sides: TwoSides & { id: number }
let admin: Person
beforeAll(async () => {
  app = await startApp(withoutMail)
  sides = await invited(app)
  admin = await makePerson(app, 'admin')
  // So that lists and home pages are not empty.
  for (let count = 0; count < 3; count++) {
    await invite(app, sides.sponsor, await makePerson(app, 'influencer'), sides.campaignId)
  }
})
afterAll(() => app.close())

describe('a page takes two round trips: the viewer, then everything else', () => {
  const pages: ['sponsor' | 'influencer' | 'admin', () => string][] = [
    ['sponsor', () => '/home'],
    ['influencer', () => '/home'],
    ['sponsor', () => '/ad-requests'],
    ['influencer', () => '/ad-requests'],
    ['admin', () => '/admin/ad-requests'],
    ['admin', () => '/admin/ad-requests?query=north&sort=closing'],
    ['admin', () => '/admin/campaigns?query=north&sort=ending'],
    ['sponsor', () => '/ad-requests?listing=theirs'],
    ['sponsor', () => '/ad-requests?listing=closed&after=1795352400000_7'],
    ['sponsor', () => `/ad-requests?campaign_id=${sides.campaignId}`],
    ['sponsor', () => `/ad-requests/${sides.id}`],
    ['influencer', () => `/ad-requests/${sides.id}`],
    ['admin', () => `/ad-requests/${sides.id}`],
    ['influencer', () => `/ad-requests/${sides.id}?answer=offer`],
    ['influencer', () => `/ad-requests/${sides.id}?answer=reject`],
    ['sponsor', () => `/ad-requests/new?influencer_id=${sides.influencer.id}`],
    [
      'sponsor',
      () => `/ad-requests/new?campaign_id=${sides.campaignId}&influencer_id=${sides.influencer.id}`,
    ],
    ['influencer', () => `/campaigns/${sides.campaignId}/applications`],
  ]

  it.each(pages)('for the %s', async (who, path) => {
    const { browser } = who === 'admin' ? admin : sides[who]
    // The first visit also reads the notifications about the page, after the response.
    await browser.get(path())
    expect(await countRoundTrips(app, browser, path())).toEqual({ status: 200, roundTrips: 2 })
  })

  it('also if there is no such page: a notification may have led there. A visitor needs none', async () => {
    expect(await countRoundTrips(app, sides.sponsor.browser, '/nothing')).toEqual({
      status: 404,
      roundTrips: 2,
    })
    expect(await countRoundTrips(app, app.visitor(), '/ad-requests')).toEqual({ status: 303, roundTrips: 0 })
  })
})

describe('a form takes three round trips: the viewer, the current state, and the change', () => {
  const forms: ['sponsor' | 'influencer', string, (id: number) => string, Record<string, string>][] = [
    ['influencer', 'a counteroffer', (id) => `/ad-requests/${id}/offers`, terms({ offer_number: '1' })],
    ['sponsor', 'an edit', (id) => `/ad-requests/${id}/offers`, terms({ offer_number: '1' })],
    [
      'influencer',
      'an acceptance',
      (id) => `/ad-requests/${id}/acceptance`,
      { offer_number: '1', campaign_version: '1' },
    ],
    ['influencer', 'a rejection', (id) => `/ad-requests/${id}/rejection`, { reason: 'fit' }],
    ['sponsor', 'a withdrawal', (id) => `/ad-requests/${id}/withdrawal`, {}],
    ['influencer', 'a message', (id) => `/ad-requests/${id}/messages`, { message: 'Which size?' }],
  ]

  it.each(forms)('submitted by the %s: %s', async (who, _, path, fields) => {
    const { id, ...people } = await invited(app)
    const cost = await countRoundTrips(app, people[who].browser, path(id), fields)
    expect(cost).toEqual({ status: 303, roundTrips: 3 })
  })

  it('including an invitation, and an application after an expired offer', async () => {
    const first = await twoSides(app)
    const invitation = { ...terms(), influencer_id: String(first.influencer.id) }
    expect(
      await countRoundTrips(
        app,
        first.sponsor.browser,
        `/campaigns/${first.campaignId}/ad-requests`,
        invitation,
      ),
    ).toEqual({ status: 303, roundTrips: 3 })

    const second = await twoSides(app)
    await makeExpired(app, second)
    expect(
      await countRoundTrips(
        app,
        second.influencer.browser,
        `/campaigns/${second.campaignId}/applications`,
        terms(),
      ),
    ).toEqual({ status: 303, roundTrips: 3 })
  })

  it('and two if it is refused', async () => {
    const { influencer, id } = await invited(app)
    const refused = await countRoundTrips(app, influencer.browser, `/ad-requests/${id}/rejection`, {})
    expect(refused).toEqual({ status: 422, roundTrips: 2 })
  })
})
