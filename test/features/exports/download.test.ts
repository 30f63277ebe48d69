import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips } from '../../support/round-trips.ts'
import { addRequests, downloadRows } from './setup.ts'

let app: App
let sponsor: Person
let other: Person
let influencer: Person
let admin: Person
beforeAll(async () => {
  app = await startApp()
  sponsor = await makePerson(app, 'sponsor', { display_name: '=HYPERLINK("http://evil.test")' })
  other = await makePerson(app, 'sponsor', { time_zone: 'Asia/Kolkata' })
  influencer = await makePerson(app, 'influencer', { display_name: 'Mara "M", Lindqvist' })
  admin = await makePerson(app, 'admin')
})
afterAll(() => app.close())

const REQUESTS = '/exports/ad-requests.csv'
const CAMPAIGNS = '/exports/campaigns.csv'

async function idOf(name: string): Promise<number> {
  const { rows } = await app.db.execute({ sql: 'select id from campaigns where name = ?', args: [name] })
  return Number(rows[0]?.id)
}

/** Where the link with this text on the current page leads. */
function hrefOf({ browser }: Person, text: string): string {
  const links = [...browser.page.document.querySelectorAll('a')]
  return links.find(({ textContent }) => textContent?.includes(text))?.getAttribute('href') ?? ''
}

describe('the requests', () => {
  it('are all there, once, newest first, for 20,000', async () => {
    const owner = await makePerson(app, 'sponsor')
    await addRequests(app, owner, influencer, 20_000)
    const rows = await downloadRows(owner.browser, REQUESTS)
    const ids = rows.map((row) => Number(row['Request ID']))
    expect(ids).toHaveLength(20_000)
    expect(new Set(ids).size).toBe(20_000)
    expect(ids).toEqual(ids.toSorted((one, next) => next - one))
    expect(rows[0]).toMatchObject({ 'Latest offer': '1200.00', 'Latest offer currency': 'USD', Offers: '1' })
    expect(rows.at(-1)?.['Latest offer']).toBe('1000.01')
  })

  it('say what a person needs in a spreadsheet, safely', async () => {
    const campaignId = await makeCampaign(app, sponsor, { name: 'Boots\n"and" socks, 漢字' })
    const id = await invite(app, sponsor, influencer, campaignId)
    await app.db.execute(`update ad_requests set created_at = 1760000000000 where id = ${id}`)
    const [row] = await downloadRows(sponsor.browser, `${REQUESTS}?campaign_id=${campaignId}`)
    const { rows } = await app.db.execute(`select closes_at from ad_requests where id = ${id}`)
    expect(row).toMatchObject({
      'Request ID': String(id),
      'Campaign ID': String(campaignId),
      Campaign: 'Boots\n"and" socks, 漢字',
      Sponsor: `'=HYPERLINK("http://evil.test")`,
      Influencer: 'Mara "M", Lindqvist',
      State: 'Their move',
      'Opened by': 'Sponsor',
      'Latest offer': '1200.00',
      'Latest offer currency': 'USD',
      'First offer': '1200.00',
      Offers: '1',
      'Usage rights': 'Organic posts, 3 months',
      'Opened at': '2025-10-09T08:53:20.000Z',
      'Answered at': '',
      'Closes at': new Date(Number(rows[0]?.closes_at)).toISOString(),
      'Rejection reason': '',
      'Campaign starts': '2026-01-01',
      'Time zone': 'UTC',
      Link: `http://parley.test/ad-requests/${id}`,
    })
    expect(row?.Deliverables).toMatch(/^1 reel \(due \d{4}-\d{2}-\d{2}\)$/)
  })

  it('are those of the list, for each side and for admins', async () => {
    const owner = await makePerson(app, 'sponsor', { display_name: 'Fjell' })
    const party = await makePerson(app, 'influencer', { display_name: 'Noor' })
    const boots = await makeCampaign(app, owner, { name: 'Listed Boots' })
    const tents = await makeCampaign(app, owner, { name: 'Listed Tents' })
    const open = await invite(app, owner, party, boots)
    const rejected = await invite(app, owner, party, tents)
    await party.browser.get(`/ad-requests/${rejected}`)
    await party.browser.click('Reject')
    await party.browser.submit('Reject', { reason: 'budget', comment: '' })

    const ids = async (person: Person, query: string) =>
      (await downloadRows(person.browser, REQUESTS + query)).map((row) => Number(row['Request ID']))
    expect(await ids(owner, '')).toEqual([rejected, open])
    expect(await ids(owner, '?listing=theirs')).toEqual([open])
    expect(await ids(owner, '?listing=mine')).toEqual([])
    expect(await ids(party, '?listing=mine')).toEqual([open])
    expect(await ids(party, '?listing=closed')).toEqual([rejected])
    expect(await ids(party, '?query=boots+fjell')).toEqual([open])
    expect(await ids(owner, '?query=noor')).toEqual([rejected, open])
    expect(await ids(owner, `?campaign_id=${tents}&listing=nonsense`)).toEqual([rejected])
    expect(await ids(owner, `?campaign_id=${tents}&campaign_id=${boots}&x=1`)).toEqual([rejected])
    expect(await ids(other, `?campaign_id=${tents}`)).toEqual([])
    expect(await ids(admin, `?campaign_id=${tents}`)).toEqual([rejected])
    expect(await ids(admin, '')).toEqual(expect.arrayContaining([rejected, open]))

    const [row] = await downloadRows(party.browser, `${REQUESTS}?listing=closed`)
    expect(row).toMatchObject({ State: 'Rejected', 'Rejection reason': "The payment doesn't work" })
    expect(row?.['Answered at']).toBe(row?.['Closes at'])
    expect(Object.keys(row ?? {}).filter((header) => /budget|e-?mail/i.test(header))).toEqual([])
    const [seen] = await downloadRows(admin.browser, `${REQUESTS}?campaign_id=${boots}`)
    expect(seen?.State).toBe("Influencer's move")
  })

  it('can be downloaded from the list, with its filters', async () => {
    await addRequests(app, other, influencer, 3, 'Kites')
    await other.browser.get('/ad-requests?listing=agreed&query=kites')
    const href = hrefOf(other, 'Download CSV')
    expect(href).toBe(`${REQUESTS}?query=kites&listing=agreed`)
    const { headers, body } = await other.browser.send(href)
    expect(headers.get('Content-Disposition')).toMatch(/filename="Parley requests \d{4}-\d\d-\d\d\.csv"/)
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    await body?.cancel()
  })
})

describe('the campaigns', () => {
  it('are those of the list, with their budgets and counts', async () => {
    await addRequests(app, other, influencer, 2, 'Lanterns')
    await makeCampaign(app, other, { name: 'Old Ropes', state: 'completed', committed: 12_345 })
    await makeCampaign(app, other, { name: 'New Ropes', state: 'draft' })

    const names = async (person: Person, query: string) =>
      (await downloadRows(person.browser, CAMPAIGNS + query)).map((row) => row.Campaign)
    expect(await names(other, '?query=ropes')).toEqual(['New Ropes', 'Old Ropes'])
    expect(await names(other, '?query=ropes&state=completed')).toEqual(['Old Ropes'])
    expect(await names(sponsor, '?query=ropes')).toEqual([])
    expect(await names(admin, '')).toEqual(expect.arrayContaining(['New Ropes', 'Old Ropes', 'Lanterns']))

    const [ropes] = await downloadRows(other.browser, `${CAMPAIGNS}?query=old+ropes`)
    expect(ropes).toMatchObject({
      'Campaign ID': String(await idOf('Old Ropes')),
      State: 'Completed',
      Visibility: 'Public',
      'Flagged at': '',
      Category: 'Outdoors',
      Niche: 'Hiking',
      Platforms: 'Instagram',
      'Wanted deliverables': '1 reel',
      Starts: '2026-01-01',
      Budget: '10000.00',
      Committed: '123.45',
      Paid: '0.00',
      'Budget left': '9876.55',
      Currency: 'USD',
      Requests: '0',
      Link: `http://parley.test/campaigns/${await idOf('Old Ropes')}`,
    })
    const [lanterns] = await downloadRows(other.browser, `${CAMPAIGNS}?query=lanterns`)
    expect(lanterns).toMatchObject({ Requests: '2', 'Open requests': '0', 'Agreed requests': '2' })
  })

  it('can be downloaded for Excel, which needs a byte order mark', async () => {
    await other.browser.get('/campaigns?state=draft')
    const href = hrefOf(other, 'For Excel')
    expect(href).toBe(`${CAMPAIGNS}?state=draft&bom=yes`)
    const bytes = new Uint8Array(await (await other.browser.send(href)).arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const plain = await other.browser.send(CAMPAIGNS)
    expect(new Uint8Array(await plain.arrayBuffer())[0]).not.toBe(0xef)
  })
})

it('the page with all exports takes two round trips', async () => {
  await other.browser.get('/exports')
  expect(await countRoundTrips(app, other.browser, '/exports')).toEqual({ status: 200, roundTrips: 2 })
})
