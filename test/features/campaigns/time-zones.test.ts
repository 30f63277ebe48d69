import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scheduleOf } from '../../../src/features/campaigns/schedule.ts'
import { addDays, DAY, dayAt } from '../../../src/shared/time.ts'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import { terms } from '../ad-requests/fixtures.ts'

// It is never the same day in both: they are 25 hours apart.
const WEST = 'Pacific/Pago_Pago'
const EAST = 'Pacific/Kiritimati'
const todayIn = (timeZone: string) => dayAt(Date.now(), timeZone)

let app: App
let sponsor: Person
let influencer: Person

beforeAll(async () => {
  app = await startApp(withoutMail)
  sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway', time_zone: WEST })
  influencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist', time_zone: EAST })
})
afterAll(() => app.close())

async function campaignOf(id: number) {
  const sql = 'select time_zone, start_date, starts_at, end_date, ends_at from campaigns where id = ?'
  const { rows } = await app.db.execute({ sql, args: [id] })
  return { ...rows[0] }
}

describe('the last day of a campaign', () => {
  it('has not passed for the influencer in the east before it has passed for the sponsor in the west', async () => {
    const endDate = todayIn(WEST)
    const id = await makeCampaign(app, sponsor, { timeZone: WEST, endDate })
    for (const { browser } of [sponsor, influencer]) {
      const { text } = await browser.get(`/campaigns/${id}`)
      expect(text).toContain('Ends today')
      expect(text).toContain('(Pago Pago time)')
    }
    await influencer.browser.get(`/campaigns/${id}/applications`)
    expect(influencer.browser.sees('Due by the end of the day, Pago Pago time.')).toBe(true)
    await influencer.browser.submit('Send application', terms({ deliverable_due: endDate }))
    expect(influencer.browser.sees('Application sent.')).toBe(true)
  })

  it('has passed for the sponsor in the west once it has passed for the influencer in the east', async () => {
    const endDate = addDays(todayIn(EAST), -1)
    const id = await makeCampaign(app, sponsor, { timeZone: EAST, endDate })
    await sponsor.browser.get(`/campaigns/${id}`)
    expect(sponsor.browser.sees('This campaign has ended and takes no new requests.')).toBe(true)
    await influencer.browser.get(`/campaigns/${id}`)
    expect(influencer.browser.sees('This campaign has ended and takes no new requests.')).toBe(true)
    await influencer.browser.get('/campaigns?sort=ending')
    expect(influencer.browser.page.html).not.toContain(`"/campaigns/${id}"`)
  })

  it('is refused when it is over there, although it is not over for the sponsor', async () => {
    const id = await makeCampaign(app, sponsor, { timeZone: EAST })
    await sponsor.browser.get(`/campaigns/${id}/edit`)
    const page = await sponsor.browser.submit('Save', { end_date: addDays(todayIn(EAST), -1) })
    expect(page.status).toBe(422)
    expect(page.document.querySelector('#field-end_date-error')?.textContent).toBe(
      "This day is over in the campaign's time zone. Choose a later date",
    )
  })
})

describe('a due date', () => {
  it('is today or later in the time zone of the campaign, for both sides', async () => {
    const id = await makeCampaign(app, sponsor, { timeZone: EAST })
    const yesterday = addDays(todayIn(EAST), -1)
    await sponsor.browser.get(`/ad-requests/new?campaign_id=${id}&influencer_id=${influencer.id}`)
    const refused = await sponsor.browser.submit('Send invitation', terms({ deliverable_due: yesterday }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Deliverable 1, due: The due date has passed in the campaign's time zone")

    const request = await invite(app, sponsor, influencer, id, { deliverable_due: todayIn(EAST) })
    await influencer.browser.get(`/ad-requests/${request}?answer=offer`)
    const counter = terms({ payment_amount: '1300.00', deliverable_due: yesterday })
    expect((await influencer.browser.submit('Send counteroffer', counter)).status).toBe(422)
    await influencer.browser.submit('Send counteroffer', { deliverable_due: todayIn(EAST) })
    expect(influencer.browser.sees('Offer sent.')).toBe(true)
  })

  it('keeps the time zone that was agreed, even if the campaign moves to another one', async () => {
    const id = await makeCampaign(app, sponsor, { timeZone: WEST })
    const request = await invite(app, sponsor, influencer, id)
    await influencer.browser.get(`/ad-requests/${request}?answer=accept`)
    await influencer.browser.submit('Accept offer 1')
    await sponsor.browser.get(`/campaigns/${id}/edit`)
    await sponsor.browser.submit('Save', { time_zone: EAST })

    for (const { browser } of [sponsor, influencer]) {
      const { document } = await browser.get(`/ad-requests/${request}`)
      expect(document.querySelector('#offer-1')?.textContent).toContain('(Pago Pago time)')
      expect(document.querySelector('.page-subtitle')?.textContent).toContain('(Kiritimati time)')
    }
    const { rows } = await app.db.execute({
      sql: "select terms ->> 'timeZone' as zone from collaborations where ad_request_id = ?",
      args: [request],
    })
    expect(rows).toMatchObject([{ zone: WEST }])
  })
})

describe("the sponsor's own time zone", () => {
  it('is that of a new campaign, unless they choose another', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns/new')
    const selected = browser.page.document.querySelector('#field-time_zone option[selected]')
    expect(selected?.getAttribute('value')).toBe(WEST)
    const startDate = addDays(todayIn(WEST), 9)
    await browser.submit('Save draft', { name: 'Boots', start_date: startDate, end_date: startDate })
    const days = { startDate, endDate: startDate, timeZone: WEST }
    const { startsAt, endsAt } = scheduleOf(days)
    const id = Number(browser.page.url.split('/').at(-1))
    expect(await campaignOf(id)).toMatchObject({ time_zone: WEST, starts_at: startsAt, ends_at: endsAt })
  })

  it('moves no campaign when it changes, whatever is edited afterwards', async () => {
    const nomad = await makePerson(app, 'sponsor', { time_zone: WEST })
    const id = await makeCampaign(app, nomad, { timeZone: WEST })
    const before = await campaignOf(id)

    await nomad.browser.get('/settings/account')
    await nomad.browser.submit('Save', { time_zone: EAST })
    expect(nomad.browser.sees('Saved.')).toBe(true)
    expect(await campaignOf(id)).toEqual(before)

    const laterEnd = addDays(String(before.end_date), 1)
    await nomad.browser.get(`/campaigns/${id}/edit`)
    await nomad.browser.submit('Save', { name: 'Renamed', end_date: laterEnd })
    expect(await campaignOf(id)).toEqual({
      ...before,
      end_date: laterEnd,
      ends_at: Number(before.ends_at) + DAY,
    })
    await nomad.browser.get(`/campaigns/${id}`)
    expect(nomad.browser.sees('Pago Pago time')).toBe(true)
  })
})

describe("a campaign's time zone", () => {
  it('moves its begin and its end when it changes, and its open offers with them', async () => {
    const endDate = addDays(todayIn(WEST), 1)
    const startDate = todayIn(WEST)
    const id = await makeCampaign(app, sponsor, { timeZone: WEST, startDate, endDate })
    const request = await invite(app, sponsor, influencer, id)
    await sponsor.browser.get(`/campaigns/${id}/edit`)
    await sponsor.browser.submit('Save', { time_zone: 'Pacific/Fakaofo' })
    const { startsAt, endsAt } = scheduleOf({ startDate, endDate, timeZone: 'Pacific/Fakaofo' })
    expect(await campaignOf(id)).toMatchObject({ starts_at: startsAt, ends_at: endsAt })
    expect(sponsor.browser.sees('changed: time zone.')).toBe(true)
    const { rows } = await app.db.execute({
      sql: 'select closes_at from ad_requests where id = ?',
      args: [request],
    })
    expect(rows).toMatchObject([{ closes_at: endsAt }])
  })

  it('is part of the terms: an influencer cannot accept a page from before the change', async () => {
    const id = await makeCampaign(app, sponsor, { timeZone: WEST })
    const request = await invite(app, sponsor, influencer, id)
    await influencer.browser.get(`/ad-requests/${request}?answer=accept`)
    await sponsor.browser.get(`/campaigns/${id}/edit`)
    await sponsor.browser.submit('Save', { time_zone: EAST })
    const page = await influencer.browser.submit('Accept offer 1')
    expect(page.status).toBe(409)
    expect(page.text).toContain('The campaign was edited after you opened this page.')
  })

  it('says when it begins, not that it runs, until its first day has come there', async () => {
    const startDate = addDays(todayIn(WEST), 3)
    const id = await makeCampaign(app, sponsor, { timeZone: WEST, startDate })
    for (const { browser } of [sponsor, influencer]) {
      const { text } = await browser.get(`/campaigns/${id}`)
      expect(text).toMatch(/[Ss]tarts in 3 days/)
      expect(text).toContain('Upcoming')
      expect(text).not.toMatch(/Ends in|is active/)
    }
    await influencer.browser.get('/campaigns')
    expect(influencer.browser.page.text).toMatch(/Starts in 3 days.{5,40}\(Pago Pago time\)/)
    await influencer.browser.get(`/campaigns/${id}`)
    await influencer.browser.click('Apply')
    expect(influencer.browser.page.status).toBe(200)
    await sponsor.browser.get('/campaigns?state=upcoming')
    expect(sponsor.browser.sees('Autumn Trail Boots')).toBe(true)
  })
})
