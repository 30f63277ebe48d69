import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person, signedIn } from '../../../support/people.ts'
import { invited, requestsOf, rowsOf, statusOf, terms, twoSides } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

/** The same person in another browser. */
async function inAnotherBrowser({ id }: Person) {
  return { browser: await signedIn(app, id) }
}

describe('20 simultaneous acceptances of 1,000.00 with a budget of 3,000.00', () => {
  it('make exactly three agreements, and tell only the sponsor that there is too little left', async () => {
    const sponsor = await makePerson(app, 'sponsor')
    const campaignId = await makeCampaign(app, sponsor, { budget: 2_000_000 })
    const people = await Promise.all(times(20).map(() => makePerson(app, 'influencer')))
    const chosen = people.map(({ id }) => `influencer_id=${id}`).join('&')
    await sponsor.browser.get(`/ad-requests/new?campaign_id=${campaignId}&${chosen}`)
    await sponsor.browser.submit('Review 20 invitations', { payment_amount: '1000.00' })
    await sponsor.browser.submit('Send 20 invitations')
    await app.db.execute({ sql: 'update campaigns set budget = 300000 where id = ?', args: [campaignId] })
    const requests = await requestsOf(app, campaignId)
    expect(requests).toHaveLength(20)

    const answers = await Promise.all(
      requests.map(({ id, influencer_id }) => {
        const person = people.find((one) => one.id === Number(influencer_id))
        if (!person) throw new Error(`Nobody has request ${id}.`)
        return statusOf(person, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' })
      }),
    )

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(3)
    const refused = answers.filter(({ status }) => status !== 303)
    for (const { status, text } of refused) {
      expect([409, 422]).toContain(status)
      expect(text).toContain(
        "The sponsor has to raise the campaign's budget before you can accept this offer.",
      )
      expect(text).not.toContain('$0.00')
    }
    const after = await requestsOf(app, campaignId)
    expect(after.filter(({ state }) => state === 'accepted')).toHaveLength(3)
    expect(after.filter(({ state }) => state === 'pending')).toHaveLength(17)
    const { rows } = await app.db.execute({
      sql: `select committed, (select count(*) from collaborations where campaign_id = c.id) as collaborations,
          (select count(*) from events e join ad_requests r on r.id = e.subject_id
            where e.subject = 'ad_request' and e.kind = 'accepted' and r.campaign_id = c.id) as events,
          (select count(*) from notifications where user_id = c.sponsor_id and kind = 'ad_request_accepted') as notifications
        from campaigns c where id = ?`,
      args: [campaignId],
    })
    const short =
      "select count(*) as n from notifications where user_id = ? and kind = 'ad_request_budget_short'"
    expect((await app.db.execute({ sql: short, args: [sponsor.id] })).rows).toMatchObject([{ n: 17 }])
    expect(rows).toMatchObject([{ committed: 300_000, collaborations: 3, events: 3, notifications: 3 }])
  })
})

describe('one request', () => {
  it('is accepted once, from any number of browsers', async () => {
    const { influencer, id } = await invited(app)
    const browsers = [
      influencer,
      influencer,
      await inAnotherBrowser(influencer),
      await inAnotherBrowser(influencer),
    ]
    const answers = await Promise.all(
      browsers.map((one) =>
        statusOf(one, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    for (const { status, text } of answers.filter(({ status }) => status !== 303)) {
      expect(status).toBe(409)
      expect(text).toContain('This request has already been accepted.')
    }
    const { collaborations, campaign, events } = await rowsOf(app, id)
    expect(collaborations).toHaveLength(1)
    expect(campaign).toMatchObject({ committed: 120_000 })
    expect(events.map(({ kind }) => kind)).toEqual(['invited', 'accepted'])
  })

  it('ends in one of two legal ways when its offer is replaced while it is accepted', async () => {
    const { sponsor, influencer } = await twoSides(app)
    const outcomes: string[] = []
    for (const round of times(20)) {
      const campaignId = await makeCampaign(app, sponsor)
      await statusOf(sponsor, `/campaigns/${campaignId}/ad-requests`, {
        ...terms(),
        influencer_id: String(influencer.id),
      })
      const id = Number((await requestsOf(app, campaignId))[0]?.id)
      const accepting = () =>
        statusOf(influencer, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' })
      const editing = () =>
        statusOf(sponsor, `/ad-requests/${id}/offers`, terms({ offer_number: '1', payment_amount: '800.00' }))
      // Take turns in who goes first, so that both can win.
      const [accepted, edited] = await Promise.all(
        round % 2 === 0 ? [accepting(), editing()] : [editing(), accepting()].reverse(),
      )
      const { request, offers, collaborations, campaign } = await rowsOf(app, id)

      if (accepted?.status === 303) {
        outcomes.push('accepted')
        expect(edited?.status).toBe(409)
        expect(request).toMatchObject({ state: 'accepted', offer_number: 1, payment_amount: 100_000 })
        expect(offers).toHaveLength(1)
        expect(collaborations).toMatchObject([{ payment_amount: 100_000 }])
        expect(JSON.parse(String(collaborations[0]?.terms))).toMatchObject({
          offerNumber: 1,
          paymentAmount: 100_000,
        })
        expect(campaign).toMatchObject({ committed: 100_000 })
      } else {
        outcomes.push('replaced')
        expect([accepted?.status, edited?.status]).toEqual([409, 303])
        expect(accepted?.text).toContain(
          'That offer has since been replaced. The latest is offer 2: $800.00.',
        )
        expect(request).toMatchObject({
          state: 'pending',
          turn: 'influencer',
          offer_number: 2,
          payment_amount: 80_000,
        })
        expect(offers.map(({ number }) => number)).toEqual([1, 2])
        expect(collaborations).toEqual([])
        expect(campaign).toMatchObject({ committed: 0 })
      }
    }
    expect(outcomes).toHaveLength(20)
  })

  it('takes one of two simultaneous counteroffers', async () => {
    const { influencer, id } = await invited(app)
    const counters = ['1500.00', '1600.00'].map(async (payment_amount) =>
      statusOf(
        await inAnotherBrowser(influencer),
        `/ad-requests/${id}/offers`,
        terms({ offer_number: '1', payment_amount }),
      ),
    )
    const answers = await Promise.all(counters)
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const { request, offers } = await rowsOf(app, id)
    expect(offers).toHaveLength(2)
    const won = answers[0]?.status === 303 ? 150_000 : 160_000
    expect(offers[1]).toMatchObject({ number: 2, made_by: 'influencer', payment_amount: won })
    expect(request).toMatchObject({ turn: 'sponsor', offer_number: 2, payment_amount: won })
  })

  it('is either accepted or rejected, never both', async () => {
    for (const _ of times(8)) {
      const { influencer, id } = await invited(app)
      const other = await inAnotherBrowser(influencer)
      const [accepted, rejected] = await Promise.all([
        statusOf(influencer, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' }),
        statusOf(other, `/ad-requests/${id}/rejection`, { reason: 'timing' }),
      ])
      expect([accepted.status, rejected.status].sort()).toEqual([303, 409])
      const { request, collaborations, campaign, events } = await rowsOf(app, id)
      const agreed = accepted.status === 303
      expect(request?.state).toBe(agreed ? 'accepted' : 'rejected')
      expect(request?.rejection_reason).toBe(agreed ? null : 'timing')
      expect(collaborations).toHaveLength(agreed ? 1 : 0)
      expect(campaign?.committed).toBe(agreed ? 120_000 : 0)
      expect(events).toHaveLength(2)
    }
  })

  it('is either accepted or withdrawn, never both', async () => {
    const { sponsor, influencer, id } = await invited(app)
    const [accepted, withdrawn] = await Promise.all([
      statusOf(influencer, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' }),
      statusOf(sponsor, `/ad-requests/${id}/withdrawal`),
    ])
    expect([accepted.status, withdrawn.status].sort()).toEqual([303, 409])
    const { request, collaborations } = await rowsOf(app, id)
    expect(request?.state).toBe(accepted.status === 303 ? 'accepted' : 'withdrawn')
    expect(collaborations).toHaveLength(accepted.status === 303 ? 1 : 0)
  })

  it('is accepted before its campaign is paused, or not at all', async () => {
    for (const _ of times(8)) {
      const { sponsor, influencer, campaignId, id } = await invited(app)
      const [accepted, paused] = await Promise.all([
        statusOf(influencer, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' }),
        statusOf(sponsor, `/campaigns/${campaignId}/pause`),
      ])
      expect(paused.status).toBe(303)
      const { request, collaborations, campaign } = await rowsOf(app, id)
      expect(campaign?.state).toBe('paused')
      if (accepted.status === 303) {
        expect(request?.state).toBe('accepted')
        expect(collaborations).toHaveLength(1)
        const { rows } = await app.db.execute('select kind from events order by id desc limit 2')
        expect(rows.map(({ kind }) => kind)).toEqual(['paused', 'accepted'])
      } else {
        expect([409, 422]).toContain(accepted.status)
        expect(accepted.text).toContain('This campaign is paused')
        expect(request?.state).toBe('pending')
        expect(collaborations).toEqual([])
        expect(campaign?.committed).toBe(0)
      }
    }
  })

  it('is not accepted by somebody who is being suspended', async () => {
    const { influencer, campaignId, id } = await invited(app)
    const [accepted] = await Promise.all([
      statusOf(influencer, `/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' }),
      app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [influencer.id] }),
    ])
    const [request] = await requestsOf(app, campaignId)
    const { collaborations } = await rowsOf(app, id)
    expect(collaborations).toHaveLength(request?.state === 'accepted' ? 1 : 0)
    // If the suspension came first, the session is gone.
    const signedOut = accepted.status === 303 && request?.state === 'pending'
    expect(accepted.status === 303).toBe(request?.state === 'accepted' || signedOut)
  })
})
