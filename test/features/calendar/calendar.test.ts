import { convertIcsCalendar, type IcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'

let app: App
beforeAll(async () => {
  app = await startApp(withoutMail)
})
afterAll(() => app.close())

describe('the address', () => {
  test('is made when one asks for it, and shown again', async () => {
    const { browser } = await makePerson(app, 'influencer')
    await browser.get('/settings/calendar')
    expect(browser.page.text).not.toContain('.ics')
    await browser.submit('Create an address')
    const address = shownAddress(browser)
    expect(address.pathname).toMatch(/^\/calendar\/[\w-]{32}\.ics$/)
    expect(subscribeLink(browser)).toBe(address.href.replace('http:', 'webcal:'))

    await browser.get('/settings/calendar')
    expect(shownAddress(browser).href).toBe(address.href)
  })

  test('works without a session, until a new one replaces it', async () => {
    const person = await makePerson(app, 'sponsor')
    const first = await makeAddress(person)
    expect((await app.visitor().send(first)).status).toBe(200)
    await person.browser.submit('Make a new address')
    expect(person.browser.sees('Your calendar has a new address.')).toBe(true)

    const second = shownAddress(person.browser).pathname
    expect(second).not.toBe(first)
    expect((await app.visitor().send(first)).status).toBe(404)
    expect((await app.visitor().send(second)).status).toBe(200)
  })

  test('is gone while the account is suspended', async () => {
    const person = await makePerson(app, 'influencer')
    const address = await makeAddress(person)
    await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [person.id] })
    expect((await app.visitor().send(address)).status).toBe(404)
  })

  test('cannot be guessed or shortened', async () => {
    const address = await makeAddress(await makePerson(app, 'influencer'))
    for (const path of ['/calendar/.ics', '/calendar/a.ics', address.replace('.ics', ''), `${address}.ics`]) {
      expect((await app.visitor().send(path)).status, path).toBe(404)
    }
  })

  test('costs one round trip, and the settings two', async () => {
    const { browser, ...person } = await makePerson(app, 'sponsor')
    const address = await makeAddress({ browser, ...person })
    expect(await countRoundTrips(app, app.visitor(), address)).toEqual({ status: 200, roundTrips: 1 })
    expect(await countRoundTrips(app, browser, '/settings/calendar')).toEqual({ status: 200, roundTrips: 2 })
    const renewal = await countRoundTrips(app, browser, '/settings/calendar/address', {})
    expect(renewal).toEqual({ status: 303, roundTrips: 2 })
  })
})

describe('the calendar', () => {
  test('is a private file of iCalendar', async () => {
    const answer = await app.visitor().send(await makeAddress(await makePerson(app, 'influencer')))
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const text = await answer.text()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('X-WR-CALNAME:Parley\r\n')
  })

  test('has the answers that are due, for the side whose turn it is', async () => {
    const { sponsor, influencer, adRequestId } = await makeInvitation()
    const closesAt = await closingTime(adRequestId)
    expect(await titlesOf(sponsor)).toEqual(['Fjord starts', 'Last day of Fjord'])

    const [answer, ...others] = (await calendarOf(influencer)).events ?? []
    expect(others).toEqual([])
    expect(answer).toMatchObject({
      uid: expect.stringMatching(new RegExp(`^answer-${adRequestId}@`)),
      summary: 'Answer Nordlicht, Inc.: Fjord',
      url: expect.stringMatching(new RegExp(`/ad-requests/${adRequestId}$`)),
    })
    expect(answer?.start.date.getTime()).toBe(Math.floor(closesAt / 1_000) * 1_000)

    await influencer.browser.get(`/ad-requests/${adRequestId}`)
    await influencer.browser.click('Counter')
    await influencer.browser.submit('Send counteroffer', { payment_amount: '1300.00' })
    expect(await titlesOf(influencer)).toEqual([])
    expect(await titlesOf(sponsor)).toContain('Answer Mara: Fjord')
  })

  test('has what was agreed, for both sides, without amounts', async () => {
    const { sponsor, influencer, adRequestId } = await makeInvitation()
    await influencer.browser.get(`/ad-requests/${adRequestId}?answer=accept`)
    await influencer.browser.submit('Accept')
    const due = await dueDay(adRequestId)

    const mine = await calendarOf(influencer)
    expect(mine.events?.map(({ summary }) => summary).toSorted()).toEqual([
      'Due: 1 reel for Fjord',
      'Fjord starts',
      'Last day of Fjord',
    ])
    const deliverable = mine.events?.find(({ summary }) => summary.startsWith('Due'))
    expect(deliverable?.start).toMatchObject({ type: 'DATE', date: new Date(`${due}T00:00:00Z`) })
    expect(await titlesOf(sponsor)).toContain('Due: 1 reel from Mara for Fjord')
    // Without the times of day: 12:00 looks like the amount.
    const text = (await textOf(sponsor)).replaceAll(/T\d{6}Z/g, '')
    expect(text).not.toMatch(/1[,.]?200/)
  })

  test('keeps its ids from one visit to the next', async () => {
    const { sponsor } = await makeInvitation()
    const uids = async () => (await calendarOf(sponsor)).events?.map(({ uid }) => uid)
    expect(await uids()).toEqual(await uids())
    expect(new Set(await uids()).size).toBe(2)
  })

  test('leaves out drafts, closed requests and what others do', async () => {
    const { sponsor, influencer, adRequestId } = await makeInvitation()
    await makeCampaign(app, sponsor, { name: 'Draft', state: 'draft' })
    await influencer.browser.get(`/ad-requests/${adRequestId}`)
    await sponsor.browser.get(`/ad-requests/${adRequestId}`)
    await sponsor.browser.submit('Withdraw')
    expect(await titlesOf(influencer)).toEqual([])
    expect(await titlesOf(sponsor)).toEqual(['Fjord starts', 'Last day of Fjord'])
    expect(await titlesOf(await makePerson(app, 'influencer'))).toEqual([])
  })
})

async function makeInvitation() {
  const sponsor = await makePerson(app, 'sponsor', { display_name: 'Nordlicht, Inc.' })
  const influencer = await makePerson(app, 'influencer', { display_name: 'Mara' })
  const campaignId = await makeCampaign(app, sponsor, { name: 'Fjord' })
  return { sponsor, influencer, adRequestId: await invite(app, sponsor, influencer, campaignId) }
}

/** Asks for an address, if there is none yet. Returns its path. */
async function makeAddress({ browser }: Person): Promise<string> {
  await browser.get('/settings/calendar')
  if (!browser.page.text.includes('.ics')) await browser.submit('Create an address')
  return shownAddress(browser).pathname
}

function shownAddress({ page }: Person['browser']): URL {
  return new URL(page.document.querySelector('.address')?.textContent ?? '')
}

function subscribeLink({ page }: Person['browser']): string | null | undefined {
  return page.document.querySelector('a[href^="webcal:"]')?.getAttribute('href')
}

async function textOf(person: Person): Promise<string> {
  return (await app.visitor().send(await makeAddress(person))).text()
}

async function calendarOf(person: Person): Promise<IcsCalendar> {
  return convertIcsCalendar(undefined, await textOf(person))
}

async function titlesOf(person: Person): Promise<string[]> {
  const { events = [] } = await calendarOf(person)
  return events.map(({ summary }) => summary)
}

async function closingTime(adRequestId: number): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'select closes_at from ad_requests where id = ?',
    args: [adRequestId],
  })
  return Number(rows[0]?.closes_at)
}

async function dueDay(adRequestId: number): Promise<string> {
  const { rows } = await app.db.execute({
    sql: "select json_extract(deliverables, '$[0].dueDate') as day from offers where ad_request_id = ?",
    args: [adRequestId],
  })
  return String(rows[0]?.day)
}
