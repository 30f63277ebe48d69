import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRequest } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { invited, rowsOf, statusOf, terms } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const setCommitted = (campaignId: number, committed: number) =>
  app.db.execute({ sql: 'update campaigns set committed = ? where id = ?', args: [committed, campaignId] })

describe('what a campaign has left', () => {
  it('limits what its sponsor can offer, with what is left at the amount, and not what an influencer asks for', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await setCommitted(campaignId, 850_000)
    await sponsor.browser.get(`/ad-requests/${id}?answer=offer`)
    const refused = await sponsor.browser.submit('Update offer', {
      payment_amount: '1500.01',
      message: 'More!',
    })
    expect(refused.status).toBe(422)
    const error = refused.document.querySelector('#field-payment_amount-error')?.textContent
    expect(error).toContain('Your campaign has $1,500.00 left.')
    expect(refused.text).toContain('More!')
    expect((await sponsor.browser.submit('Update offer', { payment_amount: '1500' })).text).toContain(
      'Offer updated.',
    )

    await influencer.browser.get(`/ad-requests/${id}?answer=offer`)
    await influencer.browser.submit('Send counteroffer', { payment_amount: '1700' })
    expect(influencer.browser.sees('You asked for $1,700.00')).toBe(true)

    const page = await sponsor.browser.get(`/ad-requests/${id}`)
    expect(page.text).toContain('Your campaign has $1,500.00 left.')
    expect(page.text).toContain('This offer is $200.00 more than your campaign has left. Raise its budget')
    expect(page.text).not.toContain('accept offer')
    await sponsor.browser.click('Raise its budget')
    expect(sponsor.browser.page.url).toContain(`/campaigns/${campaignId}/edit`)
  })

  it('is read again when the offer is written', async () => {
    const { sponsor, campaignId, id } = await invited(app)
    await app.db.execute(`create trigger spend before update on ad_requests when new.id = ${id} begin
      update campaigns set committed = 999999 where id = ${campaignId}; end`)
    const { status, text } = await statusOf(
      sponsor,
      `/ad-requests/${id}/offers`,
      terms({ offer_number: '1' }),
    )
    await app.db.execute('drop trigger spend')
    expect(status).toBe(409)
    // The batch was undone, with what its trigger had spent.
    expect(text).toContain('Check the latest state below')
    expect((await rowsOf(app, id)).offers).toHaveLength(1)
  })

  it('is told to nobody but the sponsor when it is too little to accept', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await setCommitted(campaignId, 900_000)
    for (const attempt of [1, 2]) {
      await influencer.browser.get(`/ad-requests/${id}?answer=accept`)
      const refused = await influencer.browser.submit('Accept offer 1')
      expect([attempt, refused.status]).toEqual([attempt, 422])
      expect(refused.text).toContain(
        "The sponsor has to raise the campaign's budget before you can accept this offer.",
      )
      expect(refused.html).not.toMatch(/1,000\.00|100000|left of|9,000/)
    }
    expect(await openRequest(app, campaignId, influencer)).toBe(id)
    const { rows } = await app.db.execute({
      sql: 'select user_id, title from notifications where path = ? and kind = ?',
      args: [`/ad-requests/${id}`, 'ad_request_budget_short'],
    })
    expect(rows).toMatchObject([
      {
        user_id: sponsor.id,
        title:
          'Mara Lindqvist wants to accept $1,200.00 for Autumn Trail Boots, but its budget is $200.00 short',
      },
    ])
    const page = await sponsor.browser.get(`/ad-requests/${id}`)
    expect(page.text).toContain('This offer is $200.00 more than your campaign has left.')
    expect(page.text).toContain('wanted to accept offer 1, which needs a higher budget.')

    await sponsor.browser.get(`/campaigns/${campaignId}/edit`)
    await sponsor.browser.submit('Save', { budget: '10200' })
    await influencer.browser.get(`/ad-requests/${id}?answer=accept`)
    await influencer.browser.submit('Accept offer 1')
    expect(influencer.browser.sees('Agreed on $1,200.00')).toBe(true)
  })

  it('is in nothing that an influencer can open', async () => {
    const { influencer, campaignId, id } = await invited(app)
    // Unlike any other amount: what is committed, what is left, and what the offer would leave.
    await setCommitted(campaignId, 345_678)
    const paths = [
      `/ad-requests/${id}`,
      ...['accept', 'offer', 'reject'].map((answer) => `/ad-requests/${id}?answer=${answer}`),
      `/campaigns/${campaignId}`,
      `/campaigns/${campaignId}/applications`,
      '/campaigns',
      '/home',
      '/ad-requests',
      '/exports/ad-requests.csv',
      '/notifications',
      '/reports',
    ]
    for (const path of paths) {
      const response = await influencer.browser.send(path)
      const text = await response.text()
      expect([path, response.status]).toEqual([path, 200])
      expect([path, text.match(/3,?456[.,]?78|6,?543[.,]?22|5,?343[.,]?22|34\.57|65\.43/)?.[0]]).toEqual([
        path,
        undefined,
      ])
    }
  })
})
