import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import type { Person } from '../../../support/people.ts'
import { dayFromNow, invited, rowsOf, terms } from '../fixtures.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** The forms on a page that accept at one click. */
function bindingForms({ browser }: Person): Element[] {
  return [...browser.page.document.querySelectorAll('form[action$="/acceptance"]')]
}

describe('accepting', () => {
  it('begins with one look at all that is agreed to, from wherever one comes', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app, { timeZone: 'America/New_York' })
    await app.db.execute({
      sql: "update campaigns set hashtags = '#trail', mentions = '@northway', dos = 'Show the soles.', donts = 'No rivals.' where id = ?",
      args: [campaignId],
    })
    await sponsor.browser.post(`/ad-requests/${id}/offers`, {
      ...terms({ offer_number: '1', payment_amount: '1250', requirements: 'Outdoors only.' }),
      deliverable_kind: ['reel', 'story'],
      deliverable_count: ['1', '2'],
      deliverable_due: [dayFromNow(5), dayFromNow(9)],
    })
    for (const path of [`/ad-requests/${id}`, '/ad-requests', '/home']) {
      await influencer.browser.get(path)
      expect([path, bindingForms(influencer)]).toEqual([path, []])
    }
    await influencer.browser.get(`/ad-requests/${id}`)
    await influencer.browser.click('Review and accept offer 2')
    const [form, ...others] = bindingForms(influencer)
    expect(others).toEqual([])
    const card = form?.closest('#answer')
    const text = (card?.textContent ?? '').replace(/\s+/g, ' ')
    expect(text).toContain('The sponsor pays$1,250.00')
    expect(text).toContain('$125.00 (10% of the payment). You receive $1,125.00.')
    expect(text).toMatch(/1 reel, due \w+ \d+ \(New York time\)2 stories, due \w+ \d+ \(New York time\)/)
    for (const term of [
      'Outdoors only.',
      'Organic posts',
      '#ad',
      '#trail',
      '@northway',
      'Show the soles.',
      'No rivals.',
    ])
      expect(text).toContain(term)
    expect(text).toContain('25% once work is in progress')

    await influencer.browser.submit('Accept offer 2')
    expect(influencer.browser.sees('Agreed on $1,250.00')).toBe(true)
    const [agreement] = (await rowsOf(app, id)).collaborations
    expect(JSON.parse(String(agreement?.terms))).toMatchObject({ offerNumber: 2, feePercent: 10 })
  })

  it('without having seen the terms is refused, and shows them', async () => {
    const { influencer, id } = await invited(app)
    const page = await influencer.browser.post(`/ad-requests/${id}/acceptance`, { offer_number: '1' })
    expect(page.status).toBe(409)
    expect(bindingForms(influencer)).toHaveLength(1)
    expect((await rowsOf(app, id)).collaborations).toEqual([])
  })

  it('is not offered once a due date has passed where the campaign is, and both sides read what to do', async () => {
    const { sponsor, influencer, id } = await invited(app)
    await influencer.browser.get(`/ad-requests/${id}?answer=accept`)
    // Only time does this, and a test cannot wait for days.
    await app.db.execute('drop trigger offers_are_immutable')
    await app.db.execute({
      sql: `update offers set deliverables = json_set(deliverables, '$[0].dueDate', ?) where ad_request_id = ?`,
      args: [dayFromNow(-1), id],
    })
    const refused = await influencer.browser.submit('Accept offer 1')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(
      "A due date in this offer has passed, so it can't be accepted. Make a counteroffer",
    )
    expect(bindingForms(influencer)).toEqual([])
    await sponsor.browser.get(`/ad-requests/${id}`)
    expect(sponsor.browser.sees('Edit the offer to set new dates.')).toBe(true)

    await influencer.browser.get(`/ad-requests/${id}?answer=offer`)
    await influencer.browser.submit('Send counteroffer', { deliverable_due: dayFromNow(6) })
    await sponsor.browser.get(`/ad-requests/${id}?answer=accept`)
    await sponsor.browser.submit('Accept offer 2')
    expect(sponsor.browser.sees('Agreed on $1,200.00')).toBe(true)
  })
})

describe('an offer in which nothing changed', () => {
  it('is refused with the way to accept, and keeps the message', async () => {
    const { influencer, id } = await invited(app)
    await influencer.browser.get(`/ad-requests/${id}?answer=offer`)
    const refused = await influencer.browser.submit('Send counteroffer', { message: 'I would love to.' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Nothing changed. Accept it?')
    expect(refused.document.querySelector('textarea[name=message]')?.textContent).toContain(
      'I would love to.',
    )
    await influencer.browser.click('Review and accept offer 1')
    await influencer.browser.submit('Accept offer 1')
    expect(influencer.browser.sees('Agreed on $1,200.00')).toBe(true)
  })

  it('is refused as an edit, which begins with all of the offer', async () => {
    const { sponsor, id } = await invited(app)
    await sponsor.browser.post(
      `/ad-requests/${id}/offers`,
      terms({ offer_number: '1', message: 'Soon?', expires_in: '168' }),
    )
    await sponsor.browser.get(`/ad-requests/${id}?answer=offer`)
    const refused = await sponsor.browser.submit('Update offer')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Nothing changed, so your offer stands as it is.')
    await sponsor.browser.submit('Update offer', { message: 'This week?' })
    expect(sponsor.browser.sees('Offer updated.')).toBe(true)
    expect((await rowsOf(app, id)).offers.at(-1)).toMatchObject({
      message: 'This week?',
      payment_amount: 100_000,
    })
  })
})
