import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, PASSWORD } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const partial = { 'HX-Request-Type': 'partial' }

describe('a visitor', () => {
  it.each([
    ['/home', '/sign-in?next=%2Fhome'],
    ['/ad-requests/7?answer=offer', '/sign-in?next=%2Fad-requests%2F7%3Fanswer%3Doffer'],
    ['/notifications', '/sign-in?next=%2Fnotifications'],
    ['/admin/users?after=1_2', '/sign-in?next=%2Fadmin%2Fusers%3Fafter%3D1_2'],
    ['/ad-requests//evil.example', '/sign-in?next=%2Fad-requests%2F%2Fevil.example'],
  ])('is sent from %s to sign in, and back afterwards', async (path, location) => {
    const answer = await app.visitor().send(path)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, location])
  })

  it('is sent to sign in without a way back if the address is too long', async () => {
    const answer = await app.visitor().send(`/admin/users?query=${'👩'.repeat(600)}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in'])
  })

  it('gets a redirect for the whole page from htmx, not a sign-in page inside a fragment', async () => {
    const answer = await app.visitor().send('/ad-requests?listing=theirs', { headers: partial })
    expect([answer.status, answer.headers.get('HX-Redirect')]).toEqual([
      204,
      '/sign-in?next=%2Fad-requests%3Flisting%3Dtheirs',
    ])
    expect(await answer.text()).toBe('')
  })

  it('who submits a form returns to the page with the form', async () => {
    const post = (headers: Record<string, string>) =>
      app.visitor().send('/ad-requests/7/offers', { method: 'POST', body: 'payment_amount=1', headers })
    const known = await post({ Referer: `${app.url}/ad-requests/7?answer=offer` })
    expect(known.headers.get('Location')).toBe('/sign-in?next=%2Fad-requests%2F7%3Fanswer%3Doffer')
    for (const Referer of ['https://evil.example/ad-requests/7', 'nonsense', `${app.url}//evil.example`]) {
      expect((await post({ Referer })).headers.get('Location')).toBe('/sign-in')
    }
  })

  it('lands on the exact page after signing in', async () => {
    const { username } = await makePerson(app, 'influencer')
    const visitor = app.visitor()
    await visitor.get('/ad-requests?listing=agreed')
    await visitor.submit('Sign in', { username, password: PASSWORD })
    expect([visitor.page.status, visitor.page.url]).toEqual([200, '/ad-requests?listing=agreed'])
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
  ])('is never sent to another site: %s', async (next) => {
    const { username } = await makePerson(app, 'influencer')
    const body = new URLSearchParams({ username, password: PASSWORD })
    const path = `/sign-in?${new URLSearchParams({ next })}`
    const visitor = app.visitor()
    const answer = await visitor.send(path, { method: 'POST', body })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in?arrived=yes'])
    const arrived = await visitor.send(`${path}&arrived=yes`)
    expect([arrived.status, arrived.headers.get('Location')]).toEqual([303, '/home'])
  })
})

describe('a signed-in user', () => {
  it('gets a 404 for pages of other roles', async () => {
    const [sponsor, influencer] = [await makePerson(app, 'sponsor'), await makePerson(app, 'influencer')]
    for (const path of ['/admin', '/admin/users', '/settings/channels']) {
      expect((await sponsor.browser.get(path)).status).toBe(404)
    }
    for (const path of ['/admin', '/campaigns/new', '/ad-requests/new', '/waiting']) {
      expect((await influencer.browser.get(path)).status).toBe(404)
    }
  })

  it('who is not approved sees the waiting page, their own profile and what visitors see', async () => {
    const { browser } = await makePerson(app, 'sponsor', { status: 'pending' })
    const page = await browser.send('/ad-requests')
    expect([page.status, page.headers.get('Location')]).toEqual([303, '/waiting'])
    const region = await browser.send('/ad-requests', { headers: partial })
    expect([region.status, region.headers.get('HX-Redirect')]).toEqual([204, '/waiting'])
    expect((await browser.post('/ad-requests/1/acceptance', { offer_number: '1' })).status).toBe(403)
    expect((await browser.get('/settings/profile')).status).toBe(200)

    const other = await makePerson(app, 'sponsor')
    const campaignId = await makeCampaign(app, other, { name: 'Open to all' })
    const influencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
    // The same pages as a visitor sees: the catalog and not a list of their own campaigns.
    for (const [path, text] of [
      ['/campaigns', 'Open to all'],
      [`/campaigns/${campaignId}`, 'Open to all'],
      ['/influencers', 'Mara Lindqvist'],
      [`/influencers/${influencer.id}`, 'Mara Lindqvist'],
      ['/about', 'How Parley works'],
    ] as const) {
      const shown = await browser.get(path)
      expect([path, shown.status, shown.text.includes(text)]).toEqual([path, 200, true])
      expect(shown.text).not.toMatch(/New campaign|Invite|Shortlist/)
    }
    await browser.click('Campaigns')
    expect(browser.page.url).toBe('/campaigns')
  })

  it('who is suspended is signed out everywhere', async () => {
    const { id, browser } = await makePerson(app, 'influencer')
    expect((await browser.get('/home')).status).toBe(200)
    await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [id] })
    expect((await browser.send('/home')).headers.get('Location')).toBe('/sign-in?next=%2Fhome')
  })
})

describe('a page and its fragment', () => {
  it('have the same URL and a Vary header', async () => {
    const { browser } = await makePerson(app, 'influencer')
    const page = await browser.get('/ad-requests')
    const region = await browser.get('/ad-requests', partial)
    expect(page.html).toContain('<nav')
    expect(page.html).toMatch(/^<!doctype html>/i)
    expect(region.html).toMatch(/^<title>Requests/)
    expect(region.html).not.toContain('<html')
    for (const { headers } of [page, region]) expect(headers.get('Vary')).toBe('HX-Request-Type')
  })
})
