import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { makeMara } from './mara.ts'

let app: App
let mara: Person

beforeAll(async () => {
  app = await startApp()
  mara = await makeMara(app)
})
afterAll(() => app.close())

test('the form searches by every field and keeps its values', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers')
  expect(visitor.page.document.querySelector('details.filters-more')?.hasAttribute('open')).toBe(false)
  await visitor.submit('Search', {
    query: 'lindq',
    category: 'outdoors',
    niche: 'hiking',
    platform: 'instagram',
    country: 'SE',
    language: 'en',
    followers_to: '100,000',
    reach_from: '75000',
    engagement_from: '4.1',
    price_to: '1200.00',
    sort: 'price',
  })
  expect(visitor.page.text).toContain('1 influencer, lowest price first')
  expect(chipsOf(visitor)).toEqual([
    '“lindq”',
    'Outdoors',
    'Hiking',
    'Instagram',
    'Sweden',
    'speaks English',
    'up to 100,000 followers',
    'reach of at least 75,000',
    'engagement of at least 4.1%',
    'price up to $1,200',
  ])
  expect(visitor.sees('More filters (7 set)')).toBe(true)
  expect(visitor.page.document.querySelector('details.filters-more')?.hasAttribute('open')).toBe(false)
  expect(standingIn(visitor, 'followers_to')).toBe('100,000')
  expect(standingIn(visitor, 'price_to')).toBe('1200.00')
})

test('a page of names in Latin letters has no character beyond Latin-1', async () => {
  const sponsor = await makePerson(app, 'sponsor')
  await sponsor.browser.get('/influencers?query=mara&category=outdoors&reach_from=1000')
  expect(sponsor.browser.sees('Save this search…')).toBe(true)
  expect(chipsOf(sponsor.browser)).toContain('“mara”')
  expect(sponsor.browser.page.html.match(/[\u0100-\uffff]/g)).toBeNull()
})

test('ratings are shown with their count, and can be searched for', async () => {
  await app.db.execute(`update influencers set rating = 4.26, rating_count = 21 where user_id = ${mara.id}`)
  const visitor = app.visitor()
  await visitor.get('/influencers?rating_from=4&sort=rating')
  expect(visitor.page.text).toMatch(/1 influencer, highest rated first.*Mara Lindqvist.*4\.3 \(21 ratings\)/)
  expect(chipsOf(visitor)).toEqual(['rated 4 or more'])
  await visitor.get('/influencers?rating_from=4.5')
  expect(visitor.sees('Mara Lindqvist')).toBe(false)
  await app.db.execute(`update influencers set rating = null, rating_count = 0 where user_id = ${mara.id}`)
})

test('each active filter is a chip that removes it', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers?query=mara&category=outdoors&platform=nonsense&sort=newest')
  expect(
    [...visitor.page.document.querySelectorAll('a.chip-remove')].map((chip) => chip.getAttribute('href')),
  ).toEqual(['/influencers?category=outdoors&sort=newest', '/influencers?query=mara&sort=newest'])
  await visitor.click('Outdoors')
  expect(visitor.page.url).toBe('/influencers?query=mara&sort=newest')
  expect(visitor.sees('Mara Lindqvist')).toBe(true)
  await visitor.get('/influencers?query=mara')
  await visitor.click('“mara”')
  expect(visitor.page.url).toBe('/influencers')
})

test('an empty result suggests which filter to remove, with the number of results', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers?query=lindqvist&category=food&country=SE')
  expect(visitor.sees('No influencers match all filters')).toBe(true)
  expect(visitor.page.text).toContain('Remove “Food and drink” to see 1 result.')
  expect(visitor.page.text).not.toContain('Remove “Sweden”')
  await visitor.click('Remove “Food and drink”')
  expect(visitor.page.url).toBe('/influencers?query=lindqvist&country=SE')
  expect(visitor.sees('Mara Lindqvist')).toBe(true)

  await visitor.get('/influencers?category=food&country=NO')
  expect(visitor.sees('Try removing more than one filter.')).toBe(true)
})

test('an invalid field shows its error while the other filters apply', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers?query=mara&followers_from=many')
  expect(visitor.page.status).toBe(200)
  expect(visitor.sees('Mara Lindqvist')).toBe(true)
  expect(standingIn(visitor, 'followers_from')).toBe('many')
  expect(visitor.page.document.querySelector('#field-followers_from-error')?.textContent).toMatch(
    /whole number/,
  )
  expect(visitor.page.document.querySelector('#influencers [role=alert]')?.textContent).toMatch(
    /filters were ignored.*Followers from: Enter a whole number/,
  )
  expect(chipsOf(visitor)).toEqual(['“mara”'])
})

test('the link to the next page keeps the search, and appends rows with JavaScript', async () => {
  for (let made = 0; made < 21; made += 1) {
    await makePerson(app, 'influencer', { username: `crowd${made}`, display_name: `Crowd ${made}` })
  }
  const visitor = app.visitor()
  await visitor.get('/influencers?query=crowd&sort=newest')
  expect(visitor.page.text).toContain('Influencers, newest first')
  const more = visitor.page.document.querySelector('#influencers-more')
  expect(more?.getAttribute('hx-select-oob')).toBe(
    '#influencers tbody:beforeend:#influencers tbody,#influencers-more',
  )
  expect(more?.getAttribute('hx-get')).toBe(more?.getAttribute('href'))

  const first = namesOn(visitor)
  await visitor.click('More')
  expect(visitor.page.text).toContain('More influencers, newest first')
  expect(chipsOf(visitor)).toEqual(['“crowd”'])
  expect(standingIn(visitor, 'query')).toBe('crowd')
  expect(new Set([...first, ...namesOn(visitor)]).size).toBe(21)
  await visitor.click('Back to the first page')
  expect(visitor.page.url).toBe('/influencers?query=crowd&sort=newest')
  await app.db.execute("delete from users where username like 'crowd%'")
})

test('htmx gets only the fragment, at the same URL', async () => {
  const response = await app
    .visitor()
    .send('/influencers?query=mar', { headers: { 'HX-Request-Type': 'partial' } })
  const html = await response.text()
  expect(response.headers.get('Vary')).toContain('HX-Request-Type')
  expect(html).toMatch(/^<title>Influencers · Parley<\/title><section id="influencers"/)
  expect(html).toContain('$1,200')
})

function chipsOf({ page }: Visitor): string[] {
  return [...page.document.querySelectorAll('a.chip-remove')].map(
    (chip) => chip.textContent?.split('×')[0] ?? '',
  )
}

function namesOn({ page }: Visitor): string[] {
  return [...page.document.querySelectorAll('tbody .person-name')].map(({ textContent }) => textContent ?? '')
}

function standingIn({ page }: Visitor, name: string): string | null | undefined {
  return page.document.querySelector(`.filters [name=${name}]`)?.getAttribute('value')
}
