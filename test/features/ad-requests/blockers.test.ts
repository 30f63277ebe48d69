import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { invited, rowsOf, type TwoSides, terms, twoSides } from './fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

type Columns = Pick<TwoSides, 'campaignId'> & { sponsor: { id: number }; influencer: { id: number } }

/** A blocker, the SQL that causes it, and the text that explains it. */
const blockers: [string, (sides: Columns) => [string, number], string][] = [
  [
    'a paused campaign',
    ({ campaignId }) => ["update campaigns set state = 'paused' where id = ?", campaignId],
    'This campaign is paused',
  ],
  [
    'a completed campaign',
    ({ campaignId }) => ["update campaigns set state = 'completed' where id = ?", campaignId],
    'This campaign has ended',
  ],
  [
    'a campaign past its last day',
    ({ campaignId }) => ['update campaigns set ends_at = created_at where id = ?', campaignId],
    'This campaign has ended',
  ],
  [
    'a flagged campaign',
    ({ campaignId }) => ['update campaigns set flagged_at = 1 where id = ?', campaignId],
    'This campaign is under review',
  ],
  [
    'a flagged influencer',
    ({ influencer }) => ['update influencers set flagged_at = 1 where user_id = ?', influencer.id],
    "The influencer's profile is under review",
  ],
  [
    'a flagged sponsor',
    ({ sponsor }) => ['update sponsors set flagged_at = 1 where user_id = ?', sponsor.id],
    "The sponsor's profile is under review",
  ],
  [
    'a suspended influencer',
    ({ influencer }) => ["update users set status = 'suspended' where id = ?", influencer.id],
    "The influencer's account is suspended",
  ],
  [
    'a suspended sponsor',
    ({ sponsor }) => ["update users set status = 'suspended' where id = ?", sponsor.id],
    "The sponsor's account is suspended",
  ],
]

async function cause(blocker: (typeof blockers)[number][1], sides: Columns): Promise<void> {
  const [sql, id] = blocker(sides)
  await app.db.execute({ sql, args: [id] })
}

/** A suspended person is signed out, so there is nothing to refuse and nothing to test. */
function itUnless(gone: boolean): (name: string, act: () => Promise<void>) => void {
  return gone ? () => undefined : (name, act) => it(name, act)
}

const isGone = (who: 'sponsor' | 'influencer', name: string) => name === `a suspended ${who}`

describe.each(blockers)('with %s', (name, blocker, text) => {
  itUnless(isGone('sponsor', name))('nobody can be invited, and the page says why in advance', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    await cause(blocker, { sponsor, influencer, campaignId })
    const page = await sponsor.browser.get(
      `/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`,
    )
    // Their profile is hidden, so nobody may learn from its id whose it is.
    const isHidden = isOfInfluencer(name)
    const said = isHidden ? "Their profile isn't available for now" : text
    expect(page.text).toContain(said)
    if (isHidden) expect(page.html).not.toContain('Mara Lindqvist')
    const fields = { ...terms(), influencer_id: String(influencer.id) }
    const refused = await sponsor.browser.post(`/campaigns/${campaignId}/ad-requests`, fields)
    expect(refused.status).toBe(422)
    expect(refused.text.toLowerCase()).toContain(said.toLowerCase())
    await expectNoRequest(campaignId)
  })

  itUnless(isGone('influencer', name))('nobody can apply, and the page says why or is a 404', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    await cause(blocker, { sponsor, influencer, campaignId })
    // Exactly those whose own page they cannot open.
    const isHidden = (await influencer.browser.get(`/campaigns/${campaignId}`)).status === 404
    const page = await influencer.browser.get(`/campaigns/${campaignId}/applications`)
    expect(page.status).toBe(isHidden ? 404 : 200)
    const refused = await influencer.browser.post(`/campaigns/${campaignId}/applications`, terms())
    expect(refused.status).toBe(isHidden ? 404 : 422)
    if (!isHidden) for (const shown of [page, refused]) expect(shown.text).toContain(text)
    await expectNoRequest(campaignId)
  })

  itUnless(isGone('influencer', name))(
    'an open offer cannot be accepted, and the page says why',
    async () => {
      const { sponsor, influencer, campaignId, id } = await invited(app)
      await cause(blocker, { sponsor, influencer, campaignId })
      const before = await rowsOf(app, id)
      const page = await influencer.browser.get(`/ad-requests/${id}`)
      expect(page.text).toContain(text)
      expect(page.text).not.toContain('accept offer')

      const refused = await influencer.browser.post(`/ad-requests/${id}/acceptance`, {
        offer_number: '1',
        campaign_version: '1',
      })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(text)
      expect(await rowsOf(app, id)).toEqual(before)
    },
  )

  itUnless(isGone('sponsor', name))('the waiting side sees why there can be no agreement', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await cause(blocker, { sponsor, influencer, campaignId })
    expect((await sponsor.browser.get(`/ad-requests/${id}`)).text).toContain(text)
  })

  itUnless(isGone('influencer', name))('an open offer can still be rejected', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await cause(blocker, { sponsor, influencer, campaignId })
    await influencer.browser.get(`/ad-requests/${id}`)
    await influencer.browser.click('Reject')
    await influencer.browser.submit('Reject', { reason: 'other', comment: 'Too long a wait.' })
    expect(influencer.browser.page.status).toBe(200)
    expect((await rowsOf(app, id)).request?.state).toBe('rejected')
  })

  itUnless(isGone('sponsor', name))('an open offer can still be withdrawn', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await cause(blocker, { sponsor, influencer, campaignId })
    await sponsor.browser.get(`/ad-requests/${id}`)
    await sponsor.browser.submit('Withdraw offer')
    expect(sponsor.browser.page.status).toBe(200)
    expect((await rowsOf(app, id)).request?.state).toBe('withdrawn')
  })

  itUnless(isGone('influencer', name))(
    'an open offer can be countered unless the campaign has ended or something is flagged',
    async () => {
      const { sponsor, influencer, campaignId, id } = await invited(app)
      await cause(blocker, { sponsor, influencer, campaignId })
      const fields = terms({ offer_number: '1', payment_amount: '1500' })
      const isFinal = /^a (campaign past its last day|completed|flagged)/.test(name)
      for (const [side, button] of [
        [influencer, 'Counter'],
        [sponsor, 'Edit'],
      ] as const) {
        if (isGone(side === sponsor ? 'sponsor' : 'influencer', name)) continue
        const page = await side.browser.get(`/ad-requests/${id}?answer=offer`)
        const buttons = [...page.document.querySelectorAll('main a')].map(({ textContent }) => textContent)
        expect(buttons.includes(button)).toBe(!isFinal)
        expect(page.document.querySelector('main [name=payment_amount]') !== null).toBe(!isFinal)
      }
      const answer = await influencer.browser.post(`/ad-requests/${id}/offers`, fields)
      expect(answer.status).toBe(isFinal ? 422 : 200)
      if (isFinal) expect(answer.text).toContain(text)
      const { offers, request } = await rowsOf(app, id)
      expect(offers).toHaveLength(isFinal ? 1 : 2)
      expect(request).toMatchObject({ state: 'pending', turn: isFinal ? 'influencer' : 'sponsor' })
    },
  )

  it("the sponsor cannot accept the influencer's counteroffer either", async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await influencer.browser.post(`/ad-requests/${id}/offers`, terms({ offer_number: '1' }))
    await cause(blocker, { sponsor, influencer, campaignId })
    const answer = await sponsor.browser.post(`/ad-requests/${id}/acceptance`, {
      offer_number: '2',
      campaign_version: '1',
    })
    // A suspended person is signed out, so this is the sign-in page.
    expect(answer.status).toBe(isGone('sponsor', name) ? 200 : 422)
    expect((await rowsOf(app, id)).collaborations).toEqual([])
  })
})

describe('a draft', () => {
  it('takes no invitations, and is a 404 for influencers', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app, { state: 'draft' })
    const fields = { ...terms(), influencer_id: String(influencer.id) }
    const refused = await sponsor.browser.post(`/campaigns/${campaignId}/ad-requests`, fields)
    expect([refused.status, refused.text.includes("This campaign isn't published yet.")]).toEqual([422, true])
    expect((await influencer.browser.post(`/campaigns/${campaignId}/applications`, terms())).status).toBe(404)
    await expectNoRequest(campaignId)
  })
})

describe('a private campaign', () => {
  it('is open only to invited influencers', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app, { visibility: 'private' })
    expect((await influencer.browser.get(`/campaigns/${campaignId}/applications`)).status).toBe(404)
    expect((await influencer.browser.post(`/campaigns/${campaignId}/applications`, terms())).status).toBe(404)
    const id = await invite(app, sponsor, influencer, campaignId)
    await influencer.browser.get(`/ad-requests/${id}?answer=accept`)
    await influencer.browser.submit('Accept offer 1')
    expect(influencer.browser.sees('Agreed on $1,200.00')).toBe(true)
  })
})

function isOfInfluencer(blocker: string): boolean {
  return blocker === 'a flagged influencer' || blocker === 'a suspended influencer'
}

async function expectNoRequest(campaignId: number): Promise<void> {
  const sql = 'select count(*) as n from ad_requests where campaign_id = ?'
  expect((await app.db.execute({ sql, args: [campaignId] })).rows[0]?.n).toBe(0)
}
