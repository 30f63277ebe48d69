import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { makePerson, type Person } from '../support/people.ts'
import type { Visitor } from '../support/visitor.ts'

let app: App
let mara: Person
let sponsor: Person

beforeAll(async () => {
  app = await startApp()
  mara = await makePerson(app, 'influencer', { username: 'mara', display_name: 'Mara Lindqvist' })
  sponsor = await makePerson(app, 'sponsor')
  await app.db.batch(
    [
      `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
        average_comments, posts_last_30_days, figures_date)
        values (${mara.id}, 'instagram', '@mara', 'https://example.com/mara', 100000, 30000, 4000, 100, 6, '2026-01-02')`,
      `insert into rates (influencer_id, kind, price, days) values (${mara.id}, 'reel', 120000, 10)`,
      `update influencers set reach = 75000, engagement_rate = 0.041, lowest_price = 120000,
        bio = '<img src=x onerror=alert(1)>' where user_id = ${mara.id}`,
    ],
    'write',
  )
})
afterAll(() => app.close())

async function flag(reason: string | null): Promise<void> {
  await app.db.execute({
    sql: 'update influencers set flagged_at = ?, flag_reason = ? where user_id = ?',
    args: [reason && 1, reason, mara.id],
  })
}

test('a stranger finds an influencer and reads how its figures came about', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers')
  expect(visitor.page.text).toMatch(/1 influencer, the largest reach first/)
  expect(visitor.page.text).toMatch(
    /Mara Lindqvist.*Outdoors · Hiking · Sweden.*75,000.*4\.1%.*\$1,200.*no rating yet/,
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
  ).toMatch(/nofollow noopener/)
  expect(visitor.page.html).not.toContain('<img')
  expect(visitor.sees('Invite')).toBe(false)
  expect(visitor.sees('Edit')).toBe(false)
})

test('a sponsor is offered to invite, the owner to edit', async () => {
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
  expect(waiting.browser.page.url).toBe('/waiting')
})

test('several are invited at once by the boxes of the list', async () => {
  const jide = await makePerson(app, 'influencer', { display_name: 'Jide' })
  const { document } = await sponsor.browser.get('/influencers')
  const boxes = [...document.querySelectorAll('input[type=checkbox][name=influencer_id]')]
  expect(boxes.map((box) => Number(box.getAttribute('value'))).sort()).toEqual([mara.id, jide.id].sort())
  const form = sponsor.browser.form('Invite selected')
  expect(boxes.every((box) => box.getAttribute('form') === form.id)).toBe(true)
  expect([form.getAttribute('method'), form.getAttribute('action')]).toEqual(['get', '/ad-requests/new'])
})

test('the form searches by whatever is filled in, and keeps it', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers')
  expect(visitor.page.document.querySelector('details.filters-more')?.hasAttribute('open')).toBe(false)
  await visitor.submit('Search', {
    words: 'lindq',
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
  expect(visitor.page.text).toContain('1 influencer, the lowest price first')
  expect(chipsOf(visitor)).toEqual([
    '“lindq”',
    'Outdoors',
    'Hiking',
    'Instagram',
    'Sweden',
    'speaks English',
    'followers up to 100,000',
    'reach from 75,000',
    'engagement from 4.1%',
    'up to $1,200',
  ])
  expect(visitor.page.document.querySelector('details.filters-more')?.hasAttribute('open')).toBe(true)
  expect(standingIn(visitor, 'followers_to')).toBe('100,000')
  expect(standingIn(visitor, 'price_to')).toBe('1200.00')
})

test('a rating and its count are shown, and looked for', async () => {
  await app.db.execute(`update influencers set rating = 4.26, rating_count = 21 where user_id = ${mara.id}`)
  const visitor = app.visitor()
  await visitor.get('/influencers?rating_from=4&sort=rating')
  expect(visitor.page.text).toMatch(/1 influencer, the best rated first.*Mara Lindqvist.*4\.3 \(21 ratings\)/)
  expect(chipsOf(visitor)).toEqual(['rated 4 or more'])
  await visitor.get('/influencers?rating_from=4.5')
  expect(visitor.sees('Mara Lindqvist')).toBe(false)
  await app.db.execute(`update influencers set rating = null, rating_count = 0 where user_id = ${mara.id}`)
})

test('filters show as chips that take themselves away', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers?words=mara&category=outdoors&platform=nonsense&sort=newest')
  expect(
    [...visitor.page.document.querySelectorAll('a.chip-remove')].map((chip) => chip.getAttribute('href')),
  ).toEqual(['/influencers?category=outdoors&sort=newest', '/influencers?words=mara&sort=newest'])
  await visitor.click('Outdoors')
  expect(visitor.page.url).toBe('/influencers?words=mara&sort=newest')
  expect(visitor.sees('Mara Lindqvist')).toBe(true)
  await visitor.get('/influencers?words=mara')
  await visitor.click('“mara”')
  expect(visitor.page.url).toBe('/influencers')
})

test('an empty result says which filter to loosen, and how many there are without it', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers?words=lindqvist&category=food&country=SE')
  expect(visitor.sees('Nobody fits all of this')).toBe(true)
  expect(visitor.page.text).toContain('Without “Food and drink” there is 1.')
  expect(visitor.page.text).not.toContain('Without “Sweden”')
  await visitor.click('Without “Food and drink”')
  expect(visitor.page.url).toBe('/influencers?words=lindqvist&country=SE')
  expect(visitor.sees('Mara Lindqvist')).toBe(true)

  await visitor.get('/influencers?category=food&country=NO')
  expect(visitor.sees('Take more than one of the filters above away.')).toBe(true)
})

test('what is typed wrongly is said at its field while the rest of the search goes on', async () => {
  const visitor = app.visitor()
  await visitor.get('/influencers?words=mara&followers_from=many')
  expect(visitor.page.status).toBe(200)
  expect(visitor.sees('Mara Lindqvist')).toBe(true)
  expect(standingIn(visitor, 'followers_from')).toBe('many')
  expect(visitor.page.document.querySelector('#field-followers_from-error')?.textContent).toMatch(
    /whole number/,
  )
  expect(visitor.page.document.querySelector('#influencers [role=alert]')?.textContent).toMatch(
    /left out of the search.*Followers from: Enter a whole number/,
  )
  expect(chipsOf(visitor)).toEqual(['“mara”'])
})

test('the next page is a link that keeps the search, and the next rows are put below with JavaScript', async () => {
  for (let made = 0; made < 21; made += 1) {
    await makePerson(app, 'influencer', { username: `crowd${made}`, display_name: `Crowd ${made}` })
  }
  const visitor = app.visitor()
  await visitor.get('/influencers?words=crowd&sort=newest')
  expect(visitor.page.text).toContain('More than 20 influencers, the newest first')
  const more = visitor.page.document.querySelector('#influencers-more')
  expect(more?.getAttribute('hx-select-oob')).toBe(
    '#influencers tbody:beforeend:#influencers tbody,#influencers-more',
  )
  expect(more?.getAttribute('hx-get')).toBe(more?.getAttribute('href'))

  const first = namesOn(visitor)
  await visitor.click('More')
  expect(visitor.page.text).toContain('Further influencers, the newest first')
  expect(chipsOf(visitor)).toEqual(['“crowd”'])
  expect(standingIn(visitor, 'words')).toBe('crowd')
  expect(new Set([...first, ...namesOn(visitor)]).size).toBe(21)
  await visitor.click('Back to the first')
  expect(visitor.page.url).toBe('/influencers?words=crowd&sort=newest')
  await app.db.execute("delete from users where username like 'crowd%'")
})

test('htmx gets the region alone, at the same address', async () => {
  const response = await app
    .visitor()
    .send('/influencers?words=mar', { headers: { 'HX-Request-Type': 'partial' } })
  const html = await response.text()
  expect(response.headers.get('Vary')).toContain('HX-Request-Type')
  expect(html).toMatch(/^<title>Influencers · Parley<\/title><section id="influencers"/)
  expect(html).toContain('$1,200')
})

test('a flagged profile is gone for strangers and explained to its owner and admins', async () => {
  const admin = await makePerson(app, 'admin')
  await flag('Bought followers.')
  for (const person of [app.visitor(), sponsor.browser]) {
    expect((await person.get(`/influencers/${mara.id}`)).status).toBe(404)
    await person.get('/influencers')
    expect(person.sees('Mara')).toBe(false)
    await person.get('/influencers?words=mara')
    expect(person.sees('Mara Lindqvist')).toBe(false)
  }
  for (const { browser } of [mara, admin]) {
    expect((await browser.get(`/influencers/${mara.id}`)).status).toBe(200)
    expect(browser.sees('This profile is flagged')).toBe(true)
    expect(browser.sees('Bought followers.')).toBe(true)
  }
  await flag(null)
})

test('a suspended one, a sponsor, an unknown id and nonsense are all the same 404', async () => {
  const gone = await makePerson(app, 'influencer', { status: 'suspended' })
  for (const id of [gone.id, sponsor.id, 999_999, 'x', '-1', '1e3', '9007199254740993']) {
    expect((await mara.browser.get(`/influencers/${id}`)).status).toBe(404)
  }
})

test('an admin sees a suspended profile, with a word about it', async () => {
  const gone = await makePerson(app, 'influencer', { status: 'suspended' })
  const admin = await makePerson(app, 'admin')
  expect((await admin.browser.get(`/influencers/${gone.id}`)).status).toBe(200)
  expect(admin.browser.sees('This account is suspended')).toBe(true)
})

test('an address tells nothing of people who are not in the list', async () => {
  const admin = await makePerson(app, 'admin', { username: 'quince-admin', display_name: 'Quince' })
  const gone = await makePerson(app, 'influencer', { username: 'quince-gone', status: 'suspended' })
  const mine = await makePerson(app, 'influencer', { username: 'quince-zzz' })
  const visitor = app.visitor()
  await visitor.get('/influencers?words=quince')
  expect(hasLinkTo(visitor, mine.id)).toBe(true)
  for (const { id } of [admin, gone]) {
    expect(hasLinkTo(visitor, id)).toBe(false)
    await visitor.get(`/influencers?words=quince&after=0_${id}`)
    expect(hasLinkTo(visitor, id)).toBe(false)
    expect(hasLinkTo(visitor, mine.id)).toBe(true)
  }
})

test('each page costs two round trips at most, one for a stranger, and one more where nobody is found', async () => {
  const visitor = app.visitor()
  const before = app.libsql.pipelines
  await visitor.get('/influencers?words=mara&category=food')
  expect(app.libsql.pipelines - before).toBe(2)
  for (const path of ['/influencers', '/influencers?words=m&category=outdoors', `/influencers/${mara.id}`]) {
    let before = app.libsql.pipelines
    await visitor.get(path)
    expect(app.libsql.pipelines - before).toBe(1)
    before = app.libsql.pipelines
    await sponsor.browser.get(path)
    expect(app.libsql.pipelines - before).toBe(2)
  }
})

function chipsOf({ page }: Visitor): string[] {
  return [...page.document.querySelectorAll('a.chip-remove')].map(
    (chip) => chip.firstChild?.textContent ?? '',
  )
}

function namesOn({ page }: Visitor): string[] {
  return [...page.document.querySelectorAll('tbody .person-name')].map(({ textContent }) => textContent ?? '')
}

function standingIn({ page }: Visitor, name: string): string | null | undefined {
  return page.document.querySelector(`.filters [name=${name}]`)?.getAttribute('value')
}

function hasLinkTo({ page }: Visitor, id: number): boolean {
  return page.document.querySelector(`a[href="/influencers/${id}"]`) !== null
}
