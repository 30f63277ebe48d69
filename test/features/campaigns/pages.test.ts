import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignFields } from '../../../src/features/campaigns/edit/field-labels.ts'
import { snakeCase } from '../../../src/shared/case.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { formSender } from '../../support/form-sender.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

const complete = {
  name: 'Autumn Trail Boots',
  brief: 'Walk in them and tell us.',
  category: 'outdoors',
  niche: 'hiking',
  goals: 'Reach hikers\n500 visits',
  start_date: inDays(0),
  end_date: inDays(30),
  budget: '10,000.00',
  visibility: 'public',
}

let app: App
let sponsor: Person
let rival: Person
let influencer: Person
let admin: Person

beforeAll(async () => {
  app = await startApp(withoutMail)
  sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway' })
  rival = await makePerson(app, 'sponsor')
  influencer = await makePerson(app, 'influencer')
  admin = await makePerson(app, 'admin')
})
afterAll(() => app.close())

async function countCampaigns(): Promise<number> {
  return Number((await app.db.execute('select count(*) as n from campaigns')).rows[0]?.n)
}

describe('a sponsor', () => {
  it('saves a draft with a name, sees what is missing, completes and publishes it', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns')
    await browser.click('New campaign')
    await browser.submit('Save draft', { name: 'Autumn Trail Boots' })
    const missing =
      'Still needed before you can publish: brief, category, niche, start date, end date, budget'
    expect(browser.page.text).toContain(missing)
    await browser.click('Complete the brief')
    await browser.submit('Save', complete)
    expect(browser.page.url).toMatch(/^\/campaigns\/\d+$/)
    await browser.submit('Publish')
    expect(browser.sees('Campaign published.') && browser.sees('Active')).toBe(true)

    await influencer.browser.get('/campaigns')
    await influencer.browser.click('Autumn Trail Boots')
    expect(influencer.browser.sees('Northway is looking for 1 post.')).toBe(true)
  })

  it('can fill in only the main fields and publish right away', async () => {
    const { browser } = sponsor
    const page = await browser.post('/campaigns', complete)
    expect(page.status).toBe(200)
    await browser.submit('Publish')
    expect(browser.sees('Campaign published.')).toBe(true)
  })

  it('creates one campaign from a form submitted twice, asks if the form was changed, and then creates another', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns/new')
    const before = await countCampaigns()
    const send = formSender(browser, app.url, 'Save draft', complete)
    const [first, second] = [await send(), await send()]
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    const changed = await send({ name: 'Winter Boots' })
    expect(await changed.text()).toContain(
      'This form was already sent, and this time something else is in it.',
    )
    await browser.get('/campaigns/new')
    await browser.submit('Save draft', { ...complete, name: 'Winter Boots' })
    expect((await countCampaigns()) - before).toBe(2)
  })

  it('gets an invalid form back with what they typed and an error at each invalid field', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns/new')
    const page = await browser.submit('Save draft', {
      ...complete,
      name: '',
      brief: '</textarea><script>alert(1)</script> مرحبا 👟',
      budget: '-1',
      end_date: inDays(-3),
    })
    expect(page.status).toBe(422)
    for (const field of ['name', 'budget', 'end_date']) {
      expect(page.document.querySelector(`#field-${field}-error`)).not.toBeNull()
    }
    expect(page.document.querySelector('#field-budget')?.getAttribute('value')).toBe('-1')
    expect(page.html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; مرحبا 👟')
    expect(page.html).not.toContain('<script>alert')
  })

  it('has an input for every field of the form', async () => {
    const page = await sponsor.browser.get('/campaigns/new')
    const missing = campaignFields.filter(
      (name) => !page.document.querySelector(`[name="${snakeCase(name)}"]`),
    )
    expect(missing, 'Add them to src/features/campaigns/edit/campaign-fields.tsx').toEqual([])
  })

  it('pauses, resumes and completes after confirming, and is refused what the state does not allow', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor)
    await browser.get(`/campaigns/${id}`)
    await browser.submit('Pause campaign')
    expect(browser.sees('Campaign paused. It takes no new requests until you resume it.')).toBe(true)
    expect((await browser.post(`/campaigns/${id}/publication`)).status).toBe(422)
    await browser.submit('Resume')
    await browser.submit('Complete campaign')
    expect(browser.sees('Campaign completed.')).toBe(true)
    const again = await browser.post(`/campaigns/${id}/pause/end`)
    expect(again.status).toBe(422)
    expect(again.text).toContain('This campaign is completed, and that is final.')
    expect((await browser.get(`/campaigns/${id}/edit`)).status).toBe(403)
  })

  it('can click twice without an error', async () => {
    const id = await makeCampaign(app, sponsor)
    expect((await sponsor.browser.post(`/campaigns/${id}/pause`)).status).toBe(200)
    expect((await sponsor.browser.post(`/campaigns/${id}/pause`)).status).toBe(200)
    expect(sponsor.browser.sees('Paused')).toBe(true)
  })

  it('checks off a goal and reopens it', async () => {
    const { browser } = sponsor
    await browser.post('/campaigns', complete)
    await browser.submit('Publish')
    await browser.submit('Reached: 500 visits')
    expect(browser.sees('1 of 2 goals reached')).toBe(true)
    await browser.submit('Reached: 500 visits')
    expect(browser.sees('0 of 2 goals reached')).toBe(true)
  })

  it('sees the newer values beside their own after a conflict, and loses nothing', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor)
    await browser.get(`/campaigns/${id}/edit`)
    await app.db.execute({
      sql: "update campaigns set name = 'Renamed', version = version + 1 where id = ?",
      args: [id],
    })
    const page = await browser.submit('Save', { name: 'Mine', brief: 'Mine too' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Renamed')
    expect(page.document.querySelector('#field-name')?.getAttribute('value')).toBe('Mine')
    await browser.submit('Overwrite with my version')
    expect(browser.sees('Mine too')).toBe(true)
  })

  it('sees no conflict if they changed nothing themselves', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor)
    await browser.get(`/campaigns/${id}/edit`)
    await app.db.execute({ sql: 'update campaigns set version = version + 1 where id = ?', args: [id] })
    expect((await browser.submit('Save')).url).toBe(`/campaigns/${id}`)
  })

  it('cannot lower the budget below what is committed', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor, { committed: 400_000 })
    await browser.get(`/campaigns/${id}/edit`)
    const page = await browser.submit('Save', { budget: '3999.99' })
    expect(page.status).toBe(422)
    expect(page.document.querySelector('#field-budget-error')?.textContent).toContain(
      "You've already agreed to $4,000.00",
    )
  })

  it('deletes a campaign without agreements after confirming', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor, { state: 'draft' })
    await browser.get(`/campaigns/${id}`)
    await browser.submit('Delete campaign')
    expect(browser.sees('Campaign deleted.')).toBe(true)
    expect((await browser.get(`/campaigns/${id}`)).status).toBe(404)
  })

  it('sees why their campaign is flagged, while others get a 404', async () => {
    const id = await makeCampaign(app, sponsor)
    await app.db.execute({
      sql: "update campaigns set flagged_at = 1, flag_reason = 'Promises a cure.' where id = ?",
      args: [id],
    })
    await sponsor.browser.get(`/campaigns/${id}`)
    expect(sponsor.browser.sees('Reason: Promises a cure.')).toBe(true)
    expect((await influencer.browser.get(`/campaigns/${id}`)).status).toBe(404)
    expect((await admin.browser.get(`/campaigns/${id}`)).status).toBe(200)
  })
})

describe('everybody else', () => {
  it('gets a 404 for every action of the sponsor', async () => {
    const id = await makeCampaign(app, sponsor)
    for (const noun of [
      'publication',
      'pause',
      'pause/end',
      'completion',
      'deletion',
      'goals/1/completion',
      'edit',
    ]) {
      for (const { browser } of [rival, influencer, admin]) {
        expect((await browser.post(`/campaigns/${id}/${noun}`, complete)).status, noun).toBe(404)
      }
      expect((await app.visitor().post(`/campaigns/${id}/${noun}`)).url, noun).toContain('/sign-in')
    }
    expect((await influencer.browser.post('/campaigns', complete)).status).toBe(404)
  })

  it('sees the finances as an admin, but no buttons', async () => {
    const id = await makeCampaign(app, sponsor, { committed: 680_000 })
    const page = await admin.browser.get(`/campaigns/${id}`)
    expect(page.text).toContain('$6,800 committed')
    expect(page.document.querySelectorAll(`form[action^="/campaigns/${id}"]`)).toHaveLength(0)
  })

  it('sees no finances as a visitor, and is sent to sign in and back', async () => {
    const id = await makeCampaign(app, sponsor, { committed: 680_000 })
    const visitor = app.visitor()
    const page = await visitor.get(`/campaigns/${id}`)
    expect(page.text).not.toContain('6,800')
    await visitor.click('Sign in to apply')
    expect(visitor.page.url).toContain(encodeURIComponent(`/campaigns/${id}`))
  })

  it.each(['0', '-1', '1.5', '9007199254740993', 'x', '1%00'])('gets a 404 at /campaigns/%s', async (id) => {
    expect((await sponsor.browser.get(`/campaigns/${id}`)).status).toBe(404)
  })

  it('gets a list for any query string', async () => {
    for (const query of [
      '?after=nonsense',
      '?category=constructor',
      '?state=x&after=1_2_3',
      '?after=1&after=2',
    ]) {
      expect((await influencer.browser.get(`/campaigns${query}`)).status, query).toBe(200)
      expect((await sponsor.browser.get(`/campaigns${query}`)).status, query).toBe(200)
    }
  })
})

describe('round trips', () => {
  it('are two for a page and three for a change', async () => {
    const id = await makeCampaign(app, sponsor)
    const trips = async (path: string, fields?: Record<string, string>, { browser } = sponsor) =>
      (await countRoundTrips(app, browser, path, fields)).roundTrips

    expect(await trips('/campaigns')).toBe(2)
    expect(await trips(`/campaigns/${id}`)).toBe(2)
    expect(await trips(`/campaigns/${id}/edit`)).toBe(2)
    expect(await trips(`/campaigns/${id}`, undefined, influencer)).toBe(2)
    expect((await countRoundTrips(app, app.visitor(), '/campaigns')).roundTrips).toBe(1)

    expect(await trips('/campaigns', complete)).toBe(2)
    expect(await trips(`/campaigns/${id}/edit`, complete)).toBe(3)
    expect(await trips(`/campaigns/${id}/pause`, {})).toBe(3)
    expect(await trips(`/campaigns/${id}/deletion`, {})).toBe(3)
  })
})
