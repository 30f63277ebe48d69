import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { countRoundTrips } from '../../../support/round-trips.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { makeMara } from './mara.ts'

let app: App
let mara: Person
let sponsor: Person

beforeAll(async () => {
  app = await startApp()
  mara = await makeMara(app)
  sponsor = await makePerson(app, 'sponsor')
})
afterAll(() => app.close())

async function flag(reason: string | null): Promise<void> {
  await app.db.execute({
    sql: 'update influencers set flagged_at = ?, flag_reason = ? where user_id = ?',
    args: [reason && 1, reason, mara.id],
  })
}

test('a visitor finds an influencer and sees how their metrics are calculated', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers')
  expect(visitor.page.text).toMatch(/1 influencer, highest reach first/)
  expect(visitor.page.text).toMatch(
    /Mara Lindqvist.*Outdoors · Hiking · Sweden.*75,000.*4\.1%.*\$1,200.*No ratings yet/,
  )
  expect(visitor.sees('Invite')).toBe(false)

  await visitor.click('Mara Lindqvist')
  expect(visitor.page.status).toBe(200)
  expect(visitor.page.text).toContain('100,000 followers × 6 of 8 posts = 75,000')
  expect(visitor.page.text).toContain('(4,000 likes + 100 comments) ÷ 100,000 followers = 4.1%')
  expect(visitor.page.text).toContain('stated by the influencer')
  expect(visitor.page.text).toContain(`http://parley.test/influencers/${mara.id}`)
  expect(
    visitor.page.document.querySelector('a[href="https://example.com/mara"]')?.getAttribute('rel'),
  ).toMatch(/nofollow .*noopener/)
  expect(visitor.page.html).not.toContain('<img')
  expect(visitor.sees('Invite')).toBe(false)
  expect(visitor.sees('Edit')).toBe(false)
})

test('a sponsor can invite, the owner can edit', async () => {
  await sponsor.browser.get(`/influencers/${mara.id}`)
  const invite = [...sponsor.browser.page.document.querySelectorAll('a')].find(
    (a) => a.textContent === 'Invite',
  )
  expect(invite?.getAttribute('href')).toBe(`/ad-requests/new?influencer_id=${mara.id}`)

  await mara.browser.get(`/influencers/${mara.id}`)
  expect(mara.browser.sees('Edit profile')).toBe(true)
  expect(mara.browser.sees('Invite')).toBe(false)

  const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
  await waiting.browser.get(`/influencers/${mara.id}`)
  expect(waiting.browser.page.status).toBe(200)
  expect(waiting.browser.sees('Invite')).toBe(false)
})

test('several influencers can be selected and invited at once', async () => {
  const jide = await makePerson(app, 'influencer', { display_name: 'Jide' })
  const { document } = await sponsor.browser.get('/influencers')
  const boxes = [...document.querySelectorAll('input[type=checkbox][name=influencer_id]')]
  expect(boxes.map((box) => Number(box.getAttribute('value'))).sort()).toEqual([mara.id, jide.id].sort())
  const form = sponsor.browser.form('Invite selected')
  expect(boxes.every((box) => box.getAttribute('form') === form.id)).toBe(true)
  expect([form.getAttribute('method'), form.getAttribute('action')]).toEqual(['get', '/ad-requests/new'])
})

test('a flagged profile is a 404 for visitors, and explained to its owner and admins', async () => {
  const admin = await makePerson(app, 'admin')
  await flag('Bought followers.')
  for (const person of [app.visitor(), sponsor.browser]) {
    expect((await person.get(`/influencers/${mara.id}`)).status).toBe(404)
    await person.get('/influencers')
    expect(person.sees('Mara Lindqvist')).toBe(false)
    await person.get('/influencers?query=mara')
    expect(person.sees('Mara Lindqvist')).toBe(false)
  }
  for (const { browser } of [mara, admin]) {
    expect((await browser.get(`/influencers/${mara.id}`)).status).toBe(200)
    expect(browser.sees('This profile is flagged')).toBe(true)
    expect(browser.sees('Bought followers.')).toBe(true)
  }
  await flag(null)
})

test('a suspended influencer, a sponsor, an unknown id and an invalid id are the same 404', async () => {
  const gone = await makePerson(app, 'influencer', { status: 'suspended' })
  for (const id of [gone.id, sponsor.id, 999_999, 'x', '-1', '1e3', '9007199254740993']) {
    expect((await mara.browser.get(`/influencers/${id}`)).status).toBe(404)
  }
})

test('an admin sees a suspended profile with a notice', async () => {
  const gone = await makePerson(app, 'influencer', { status: 'suspended' })
  const admin = await makePerson(app, 'admin')
  expect((await admin.browser.get(`/influencers/${gone.id}`)).status).toBe(200)
  expect(admin.browser.sees('This account is suspended')).toBe(true)
})

test('a URL reveals nothing about people who are not in the list', async () => {
  const admin = await makePerson(app, 'admin', { username: 'quince-admin', display_name: 'Quince' })
  const gone = await makePerson(app, 'influencer', { username: 'quince-gone', status: 'suspended' })
  const mine = await makePerson(app, 'influencer', { username: 'quince-zzz' })
  const visitor = app.visitor()
  await visitor.get('/influencers?query=quince')
  expect(hasLinkTo(visitor, mine.id)).toBe(true)
  for (const { id } of [admin, gone]) {
    expect(hasLinkTo(visitor, id)).toBe(false)
    await visitor.get(`/influencers?query=quince&after=0_${id}`)
    expect(hasLinkTo(visitor, id)).toBe(false)
    expect(hasLinkTo(visitor, mine.id)).toBe(true)
  }
})

test('results come in the viewer’s round trip; popular pages and suggestions need another one', async () => {
  const cost = async (who: Visitor, path: string) => (await countRoundTrips(app, who, path)).roundTrips
  const { browser } = sponsor
  for (const path of [
    '/influencers?query=mar&category=outdoors',
    '/influencers?category=outdoors&sort=price',
  ]) {
    expect([await cost(app.visitor(), path), await cost(browser, path)], path).toEqual([1, 1])
  }
  for (const path of ['/influencers', '/influencers?sort=price', `/influencers/${mara.id}`]) {
    expect([await cost(app.visitor(), path), await cost(browser, path)], path).toEqual([1, 2])
  }
  const nobody = '/influencers?query=mara&category=food'
  expect([await cost(app.visitor(), nobody), await cost(browser, nobody)]).toEqual([2, 2])
})

test('someone whose session has ended sees what every visitor sees', async () => {
  const before = app.libsql.pipelines
  const headers = { Cookie: 'parley_session=ended' }
  expect((await fetch(`${app.url}/influencers?query=mar&category=outdoors`, { headers })).status).toBe(200)
  // One for the session with the prefetched rows, which are not used, and one for the visitor's page.
  expect(app.libsql.pipelines - before).toBe(2)
})

function hasLinkTo({ page }: Visitor, id: number): boolean {
  return page.document.querySelector(`a[href="/influencers/${id}"]`) !== null
}
