import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson } from '../../../support/people.ts'
import { invited, type TwoSides, terms, twoSides } from '../fixtures.ts'
import { expectKept } from '../form-checks.ts'
import { wild } from './invalid-fields.ts'

let app: App
let negotiation: TwoSides & { id: number }
let pair: TwoSides
beforeAll(async () => {
  app = await startApp()
  negotiation = await invited(app)
  pair = await twoSides(app)
})
// `close` throws if the Worker has logged an error.
afterAll(() => app.close())

const nouns = ['offers', 'acceptance', 'rejection', 'withdrawal', 'messages']
const noIds = [
  '0',
  '-1',
  '01',
  '1e9',
  '1000000000',
  '9007199254740991',
  '9007199254740993',
  'abc',
  '1.0',
  '%00',
  '%ff',
  '%F0%9F%91%9F',
  "1'--",
]

describe('an invalid id', () => {
  it.each(noIds)('is a 404: /ad-requests/%s', async (id) => {
    const { browser } = negotiation.influencer
    expect((await browser.get(`/ad-requests/${id}`)).status).toBe(404)
    for (const noun of nouns)
      expect((await browser.post(`/ad-requests/${id}/${noun}`, terms())).status).toBe(404)
  })

  it.each(noIds)('takes no invitation and no application: /campaigns/%s', async (id) => {
    const invitation = { ...terms(), influencer_id: String(pair.influencer.id) }
    expect((await pair.sponsor.browser.post(`/campaigns/${id}/ad-requests`, invitation)).status).toBe(404)
    expect((await pair.influencer.browser.post(`/campaigns/${id}/applications`, terms())).status).toBe(404)
    expect((await pair.influencer.browser.get(`/campaigns/${id}/applications`)).status).toBe(404)
  })
})

describe('permissions', () => {
  it("a sponsor cannot invite to another sponsor's campaign", async () => {
    const stranger = await makePerson(app, 'sponsor')
    const fields = { ...terms(), influencer_id: String(pair.influencer.id) }
    expect((await stranger.browser.post(`/campaigns/${pair.campaignId}/ad-requests`, fields)).status).toBe(
      404,
    )
    const page = `/ad-requests/new?campaign_id=${pair.campaignId}&influencer_id=${pair.influencer.id}`
    expect((await stranger.browser.get(page)).status).toBe(404)
  })

  it('each form is only for its own role', async () => {
    const fields = { ...terms(), influencer_id: String(pair.influencer.id) }
    expect(
      (await pair.influencer.browser.post(`/campaigns/${pair.campaignId}/ad-requests`, fields)).status,
    ).toBe(404)
    expect(
      (await pair.sponsor.browser.post(`/campaigns/${pair.campaignId}/applications`, terms())).status,
    ).toBe(404)
    expect((await pair.sponsor.browser.get(`/campaigns/${pair.campaignId}/applications`)).status).toBe(404)
  })

  it('an admin can look but not act', async () => {
    const admin = await makePerson(app, 'admin')
    expect((await admin.browser.get(`/ad-requests/${negotiation.id}`)).status).toBe(200)
    for (const noun of nouns) {
      const fields = { ...terms({ offer_number: '1' }), reason: 'fit' }
      expect((await admin.browser.post(`/ad-requests/${negotiation.id}/${noun}`, fields)).status).toBe(403)
    }
  })
})

describe('the invited influencers', () => {
  it.each<[string, () => string[]]>([
    ['nobody', () => []],
    ['nonsense', () => ['abc', '-1', '0', '9007199254740993', '']],
    ['somebody who does not exist', () => ['1000000000']],
    ['a sponsor', () => [String(pair.sponsor.id)]],
  ])('cannot be %s, and what was typed is kept', async (_, ids) => {
    const sent = { ...terms({ message: wild }), influencer_id: ids() }
    const page = await pair.sponsor.browser.post(`/campaigns/${pair.campaignId}/ad-requests`, sent)
    expect([page.status, page.text.includes('Select at least one influencer to invite.')]).toEqual([
      422,
      true,
    ])
    expectKept(page, 'Send invitation', { message: wild })
  })

  it('are invited once, even if they are listed several times', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const fields = { ...terms(), influencer_id: Array(60).fill(String(influencer.id)) }
    expect((await sponsor.browser.post(`/campaigns/${campaignId}/ad-requests`, fields)).status).toBe(200)
    const { rows } = await app.db.execute({
      sql: 'select id from ad_requests where campaign_id = ?',
      args: [campaignId],
    })
    expect(rows).toHaveLength(1)
  })

  it('are at most 50, and more are refused instead of dropped', async () => {
    const { sponsor, campaignId } = await twoSides(app)
    const { rows } =
      await app.db.execute(`with recursive n(n) as (select 1 union all select n + 1 from n where n < 51)
      insert into users (username, email, display_name, password_hash, role, status, created_at)
        select 'crowd' || n, 'crowd' || n || '@example.com', 'Crowd', 'x', 'influencer', 'active', 0 from n returning id`)
    const ids = rows.map(({ id }) => String(id))
    await app.db.execute(`insert into influencers (user_id, category, niche, country, languages)
      select id, 'outdoors', 'hiking', 'SE', '[]' from users where username like 'crowd%'`)
    const count = async () =>
      (
        await app.db.execute({
          sql: 'select count(*) as n from ad_requests where campaign_id = ?',
          args: [campaignId],
        })
      ).rows[0]?.n

    const path = `/campaigns/${campaignId}/ad-requests`
    const fields = { ...terms({ payment_amount: '100' }), confirmed: '50x10000' }
    const page = await sponsor.browser.post(path, { ...fields, influencer_id: ids })
    expect([
      page.status,
      page.text.includes('Invite at most 50 influencers at once.'),
      await count(),
    ]).toEqual([422, true, 0])
    expect((await sponsor.browser.post(path, { ...fields, influencer_id: ids.slice(1) })).status).toBe(200)
    expect(await count()).toBe(50)
  })
})

describe('a query string', () => {
  const queries = [
    'listing=nonsense',
    'listing=__proto__',
    'listing=mine&listing=theirs',
    'campaign_id=abc&campaign_id=-1',
    'campaign_id=9007199254740993',
    'campaign_id=1000000000',
    'after=1',
    'after=9999999999999999_9999999999999999',
    'after=-1_-1',
    "after=1_1'--",
    'after=1_1&after=2_2',
    'after=%ff%00',
    'answer=nonsense&answer=offer',
    'answer=__proto__',
    '%',
    '%ff=%fe',
    '?&&==&a',
    `x=${'y'.repeat(5_000)}`,
    'influencer_id=abc&influencer_id=-1&influencer_id=9007199254740993',
    `${'influencer_id=1&'.repeat(300)}`,
    'campaign_id[]=1&influencer_id[]=1',
  ]

  it.each(queries)('does no harm: ?%s', async (query) => {
    const { sponsor, influencer, id } = negotiation
    for (const path of ['/ad-requests', `/ad-requests/${id}`, '/ad-requests/new', '/home']) {
      for (const headers of [{}, { 'HX-Request-Type': 'partial' }] as Record<string, string>[]) {
        const { status } = await sponsor.browser.get(`${path}?${query}`, headers)
        // The only possible 404 is a campaign that does not exist.
        expect(status).toBe(path === '/ad-requests/new' && query.endsWith('=1000000000') ? 404 : 200)
      }
    }
    expect((await influencer.browser.get(`/ad-requests/${id}?${query}`)).status).toBe(200)
  })
})
