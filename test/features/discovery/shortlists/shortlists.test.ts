import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { withoutMail } from '../../../support/round-trips.ts'
import { flag, makeInfluencer, makeShortlist, membersOf, suspend } from './fixtures.ts'

let app: App
let sponsor: Person
let mara: Person
let jide: Person

beforeAll(async () => {
  app = await startApp(withoutMail)
  sponsor = await makePerson(app, 'sponsor')
  mara = await makeInfluencer(app, 'Mara Lindqvist', { reach: 75_000 })
  jide = await makeInfluencer(app, 'Jide Okafor', { reach: 5_000 })
})
afterAll(() => app.close())

const lastId = async () => Number((await app.db.execute('select max(id) as id from shortlists')).rows[0]?.id)

test('a sponsor creates a shortlist with two influencers, adds a note, and removes one', async () => {
  const { browser } = sponsor
  await browser.get('/shortlists')
  expect(browser.sees('No shortlists yet')).toBe(true)

  await browser.get(`/shortlists/choice?influencer_id=${mara.id}&influencer_id=${jide.id}`)
  expect(browser.page.text).toMatch(/Add to a shortlist.*Mara Lindqvist, Jide Okafor/)
  await browser.submit('Create shortlist and add', { name: 'Autumn hikers' })
  expect(browser.page.url).toBe(`/shortlists/${await lastId()}`)
  expect(browser.sees('Shortlist created.')).toBe(true)
  expect(browser.page.text).toMatch(/Autumn hikers.*2 influencers/)
  expect(browser.sees('75,000')).toBe(true)

  await browser.post(`${browser.page.url}/members/${jide.id}/note`, { note: 'Asks for <b>boots</b>' })
  expect(browser.sees('Asks for <b>boots</b>')).toBe(true)

  await browser.post(`${browser.page.url}/members/removal`, { influencer_id: String(mara.id) })
  expect(browser.sees('Removed from this shortlist.')).toBe(true)
  expect(browser.sees('Mara Lindqvist')).toBe(false)
  expect(browser.sees('Jide Okafor')).toBe(true)
})

test('selected influencers are added to an existing shortlist once', async () => {
  const { browser } = sponsor
  const list = await makeShortlist(app, sponsor, 'Once', [jide])
  await browser.get(`/shortlists/choice?influencer_id=${mara.id}&influencer_id=${jide.id}`)
  const add = [...browser.page.document.querySelectorAll('button')].find((one) =>
    one.textContent?.includes('to Once'),
  )
  expect(add?.getAttribute('formaction')).toBe(`/shortlists/${list}/members`)

  const both = { influencer_id: [String(mara.id), String(jide.id)] }
  await browser.post(`/shortlists/${list}/members`, both)
  expect(browser.sees('Added to this shortlist.')).toBe(true)
  await browser.post(`/shortlists/${list}/members`, both)
  expect(browser.sees('Already on this shortlist.')).toBe(true)
  expect(await membersOf(app, list)).toEqual([jide.id, mara.id])
})

test('suspended and flagged influencers keep only their name and note on a shortlist', async () => {
  const { browser } = sponsor
  const gone = await makeInfluencer(app, 'Gone Girl', { reach: 987_654 })
  const flagged = await makeInfluencer(app, 'Flagged Fred', { reach: 876_543 })
  const list = await makeShortlist(app, sponsor, 'Some gone', [mara, gone, flagged])
  await suspend(app, gone)
  await flag(app, flagged)

  await browser.get(`/shortlists/${list}`)
  expect(browser.page.text).toMatch(/Flagged Fred.*No longer available.*Gone Girl.*No longer available/)
  expect(browser.page.html).not.toMatch(/987,654|876,543/)
  const boxes = [...browser.page.document.querySelectorAll('input[name=influencer_id]')]
  expect(boxes.map((box) => box.getAttribute('value'))).toEqual([String(mara.id)])
  expect(browser.page.html).not.toContain(`/influencers/${gone.id}"`)

  await browser.get(`/ad-requests/new?influencer_id=${gone.id}&influencer_id=${flagged.id}`)
  expect(browser.sees('No influencers selected')).toBe(true)
  await browser.post(`/shortlists/${list}/members/${gone.id}/removal`)
  expect(browser.sees('Gone Girl')).toBe(false)

  const empty = await makeShortlist(app, sponsor, 'Nobody comes')
  await browser.post(`/shortlists/${empty}/members`, { influencer_id: [String(gone.id), String(flagged.id)] })
  expect(browser.page.status).toBe(422)
  expect(await membersOf(app, empty)).toEqual([])
})

test('a shortlist can be renamed and deleted; names are unique ignoring case', async () => {
  const { browser } = sponsor
  await makeShortlist(app, sponsor, 'Öl und Brot')
  const list = await makeShortlist(app, sponsor, 'Spring')
  for (const name of ['öl UND brot', 'spring']) {
    await browser.post('/shortlists', { name })
    expect(browser.page.status).toBe(422)
    expect(browser.sees('You already have a shortlist with this name')).toBe(true)
  }

  await browser.get(`/shortlists/${list}`)
  await browser.submit('Save name', { name: 'ÖL und Brot' })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('You already have a shortlist with this name')).toBe(true)
  await browser.submit('Save name', { name: 'SPRING' })
  expect(browser.sees('Shortlist renamed.')).toBe(true)
  expect(browser.page.document.querySelector('h1')?.textContent).toBe('SPRING')

  await browser.post(`/shortlists/${list}/name`, { name: 'Late', version: '1' })
  expect(browser.page.status).toBe(409)
  await browser.get(`/shortlists/${list}`)
  await browser.submit('Delete shortlist')
  expect(browser.page.url).toBe('/shortlists')
  expect((await browser.get(`/shortlists/${list}`)).status).toBe(404)
})

test('names that are empty, too long, invisible or hostile', async () => {
  const { browser } = await makePerson(app, 'sponsor')
  for (const name of ['', '   ', '\u200b\u2060', 'x'.repeat(61)]) {
    await browser.post('/shortlists', { name })
    expect(browser.page.status).toBe(422)
  }
  const hostile = `"><script>alert(1)</script>' or 1=1`
  await browser.post('/shortlists', { name: hostile })
  expect(browser.page.status).toBe(200)
  expect(browser.page.document.querySelector('h1')?.textContent).toBe(hostile)
  expect(browser.page.html).not.toContain('<script>alert')
  await browser.post('/shortlists', { name: 'قائمة \u0000الخريف 🥾' })
  expect(browser.page.document.querySelector('h1')?.textContent).toBe('قائمة الخريف 🥾')
})

test('a long shortlist pages newest first, without skips or repeats', async () => {
  const { browser } = sponsor
  const many: Person[] = []
  for (let index = 0; index < 45; index++) many.push(await makeInfluencer(app, `Pager ${index}`))
  const list = await makeShortlist(app, sponsor, 'Long', many)
  // Some were added at the same time.
  await app.db.execute({
    sql: 'update shortlist_members set added_at = added_at / 4 where shortlist_id = ?',
    args: [list],
  })

  const seen: string[] = []
  await browser.get(`/shortlists/${list}`)
  for (;;) {
    seen.push(
      ...[...browser.page.document.querySelectorAll('tbody .person-name')].map(
        (one) => one.textContent ?? '',
      ),
    )
    if (!browser.page.document.querySelector('a[rel=next]')) break
    await browser.click('More')
  }
  expect(seen).toEqual(many.map((_, index) => `Pager ${44 - index}`))
})
