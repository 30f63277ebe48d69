import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
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
  it('saves a draft with a name, reads what is missing, completes and publishes it', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns')
    await browser.click('New campaign')
    await browser.submit('Save the draft', { name: 'Autumn Trail Boots' })
    const missing = 'Missing before it can be published: brief, category, niche, start date, end date, budget'
    expect(browser.page.text).toContain(missing)
    await browser.click('Complete the brief')
    await browser.submit('Save', complete)
    expect(browser.page.url).toMatch(/^\/campaigns\/\d+$/)
    await browser.submit('Publish')
    expect(browser.sees('Published.') && browser.sees('Active')).toBe(true)

    await influencer.browser.get('/campaigns')
    await influencer.browser.click('Autumn Trail Boots')
    expect(influencer.browser.sees('Northway looks for 1 post.')).toBe(true)
  })

  it('can name only the fields that everybody knows and publish at once', async () => {
    const { browser } = sponsor
    const page = await browser.post('/campaigns', complete)
    expect(page.status).toBe(200)
    await browser.submit('Publish')
    expect(browser.sees('Published.')).toBe(true)
  })

  it('makes one campaign of a form that is sent twice, and another of what is typed anew', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns/new')
    const key = browser.form('Save the draft').querySelector('[name=form_key]')?.getAttribute('value') ?? ''
    const before = await countCampaigns()
    const first = await browser.post('/campaigns', { ...complete, form_key: key })
    const second = await browser.post('/campaigns', { ...complete, form_key: key })
    expect(second.url).toBe(first.url)
    await browser.post('/campaigns', { ...complete, name: 'Winter Boots', form_key: key })
    expect((await countCampaigns()) - before).toBe(2)
  })

  it('gets a wrong form back with everything typed and every wrong field named', async () => {
    const { browser } = sponsor
    await browser.get('/campaigns/new')
    const page = await browser.submit('Save the draft', {
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

  it('pauses, resumes and completes, each after a question, and is refused what does not fit', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor)
    await browser.get(`/campaigns/${id}`)
    await browser.submit('Pause it')
    expect(browser.sees('Paused: no new requests until you resume it.')).toBe(true)
    expect((await browser.post(`/campaigns/${id}/publication`)).status).toBe(422)
    await browser.submit('Resume')
    await browser.submit('Complete it')
    expect(browser.sees('Completed.')).toBe(true)
    const again = await browser.post(`/campaigns/${id}/pause/end`)
    expect(again.status).toBe(422)
    expect(again.text).toContain('This campaign is completed, and that is final.')
    expect((await browser.get(`/campaigns/${id}/edit`)).status).toBe(403)
  })

  it('takes the second of two clicks for what it is', async () => {
    const id = await makeCampaign(app, sponsor)
    expect((await sponsor.browser.post(`/campaigns/${id}/pause`)).status).toBe(200)
    expect((await sponsor.browser.post(`/campaigns/${id}/pause`)).status).toBe(200)
    expect(sponsor.browser.sees('Paused')).toBe(true)
  })

  it('ticks a goal off and opens it again', async () => {
    const { browser } = sponsor
    await browser.post('/campaigns', complete)
    await browser.submit('Publish')
    await browser.submit('Reached: 500 visits')
    expect(browser.sees('1 of 2 goals reached')).toBe(true)
    await browser.submit('Reached: 500 visits')
    expect(browser.sees('0 of 2 goals reached')).toBe(true)
  })

  it('is shown the newer values beside its own when somebody was faster, and loses nothing', async () => {
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
    await browser.submit('Save mine over it')
    expect(browser.sees('Mine too')).toBe(true)
  })

  it('is not held up by what was changed meanwhile when it changes nothing itself', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor)
    await browser.get(`/campaigns/${id}/edit`)
    await app.db.execute({ sql: 'update campaigns set version = version + 1 where id = ?', args: [id] })
    expect((await browser.submit('Save')).url).toBe(`/campaigns/${id}`)
  })

  it('cannot lower the budget below what is agreed', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor, { committed: 400_000 })
    await browser.get(`/campaigns/${id}/edit`)
    const page = await browser.submit('Save', { budget: '3999.99' })
    expect(page.status).toBe(422)
    expect(page.document.querySelector('#field-budget-error')?.textContent).toContain(
      '$4,000.00 is agreed already',
    )
  })

  it('deletes what has no agreement, after a question', async () => {
    const { browser } = sponsor
    const id = await makeCampaign(app, sponsor, { state: 'draft' })
    await browser.get(`/campaigns/${id}`)
    await browser.submit('Delete it')
    expect(browser.sees('The campaign is deleted.')).toBe(true)
    expect((await browser.get(`/campaigns/${id}`)).status).toBe(404)
  })

  it('reads why its campaign is flagged, while others find nothing', async () => {
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
  it('finds nothing at the nouns by which a sponsor runs its campaign', async () => {
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

  it('looks on as an admin, with the books but without a button', async () => {
    const id = await makeCampaign(app, sponsor, { committed: 680_000 })
    const page = await admin.browser.get(`/campaigns/${id}`)
    expect(page.text).toContain('$6,800 agreed')
    expect(page.document.querySelectorAll(`form[action^="/campaigns/${id}"]`)).toHaveLength(0)
  })

  it('sees no books as a visitor, and is led to sign in and back', async () => {
    const id = await makeCampaign(app, sponsor, { committed: 680_000 })
    const visitor = app.visitor()
    const page = await visitor.get(`/campaigns/${id}`)
    expect(page.text).not.toContain('6,800')
    await visitor.click('Sign in to apply')
    expect(visitor.page.url).toContain(encodeURIComponent(`/campaigns/${id}`))
  })

  it.each(['0', '-1', '1.5', '9007199254740993', 'x', '1%00'])(
    'finds nothing at /campaigns/%s',
    async (id) => {
      expect((await sponsor.browser.get(`/campaigns/${id}`)).status).toBe(404)
    },
  )

  it('gets a list for whatever stands in its address', async () => {
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
