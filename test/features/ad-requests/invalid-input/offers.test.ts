import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import type { Person } from '../../../support/people.ts'
import { invited, rowsOf, type TwoSides, terms, twoSides } from '../fixtures.ts'
import { expectKept, expectRefusedAt, type Fields } from '../form-checks.ts'
import { invalidFields, kept, manyRows, wild } from './invalid-fields.ts'

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

/** The forms with an offer, who submits them and with which button. */
const offerForms: [string, () => { by: Person; path: string; button: string; more: Fields }][] = [
  [
    'an invitation',
    () => ({
      by: pair.sponsor,
      path: `/campaigns/${pair.campaignId}/ad-requests`,
      button: 'Send invitation',
      more: { influencer_id: String(pair.influencer.id) },
    }),
  ],
  [
    'an application',
    () => ({
      by: pair.influencer,
      path: `/campaigns/${pair.campaignId}/applications`,
      button: 'Send application',
      more: {},
    }),
  ],
  [
    'a counteroffer',
    () => ({
      by: negotiation.influencer,
      path: `/ad-requests/${negotiation.id}/offers`,
      button: 'Send counteroffer',
      more: { offer_number: '1' },
    }),
  ],
  [
    'an edit',
    () => ({
      by: negotiation.sponsor,
      path: `/ad-requests/${negotiation.id}/offers`,
      button: 'Update offer',
      more: { offer_number: '1' },
    }),
  ],
]

describe.each(offerForms)('the form of %s', (_, form) => {
  it.each(invalidFields)('refuses %s at its field and loses nothing', async (_, wrong, field, message) => {
    const { by, path, button, more } = form()
    const sent: Fields = { ...terms(), ...kept, ...more, ...wrong }
    const page = await by.browser.post(path, sent)
    expectRefusedAt(page, field, message)
    expectKept(page, button, sent)
  })

  it('shows all errors at once', async () => {
    const { by, path, more } = form()
    const page = await by.browser.post(path, {
      ...terms(),
      ...more,
      payment_amount: '',
      usage_months: 'x',
      expires_in: '5',
    })
    for (const field of ['payment_amount', 'usage_months', 'expires_in']) expectRefusedAt(page, field, /./)
  })

  it.each([
    ['JSON', '{"payment_amount":"1000.00"}', 'application/json'],
    ['plain text', 'payment_amount=1000.00', 'text/plain'],
    ['nothing', '', 'application/x-www-form-urlencoded'],
    ['broken percent signs', '%=%zz&payment_amount=%ff%fe&%c3%28=1', 'application/x-www-form-urlencoded'],
    [
      'properties of every object as names',
      '__proto__=1&constructor=2&toString=3',
      'application/x-www-form-urlencoded',
    ],
    [
      'a file as the payment',
      multipart('payment_amount"; filename="a.txt', '1000.00'),
      'multipart/form-data; boundary=cut',
    ],
  ])('counts %s as a form without a payment', async (_, body, type) => {
    const { by, path } = form()
    const answer = await by.browser.send(path, { method: 'POST', body, headers: { 'Content-Type': type } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Enter the payment|amount like|Fill this in once|Select at least one/)
  })

  it.each([
    [
      'cut off',
      '--cut\r\nContent-Disposition: form-data; name="payment_amount"\r\n\r\n10',
      'multipart/form-data; boundary=cut',
      400,
    ],
    ['without a boundary', 'payment_amount=1', 'multipart/form-data', 400],
    [
      'over the limit',
      `payment_amount=1&message=${'x'.repeat(300_000)}`,
      'application/x-www-form-urlencoded',
      413,
    ],
  ])('is refused when it is %s', async (_, body, type, status) => {
    const { by, path } = form()
    const answer = await by.browser.send(path, { method: 'POST', body, headers: { 'Content-Type': type } })
    await answer.arrayBuffer()
    expect(answer.status).toBe(status)
  })
})

function multipart(name: string, value: string): string {
  return `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--cut--\r\n`
}

it('none of this has changed anything', async () => {
  const { request, offers } = await rowsOf(app, negotiation.id)
  expect(request).toMatchObject({ state: 'pending', turn: 'influencer', version: 1 })
  expect(offers).toHaveLength(1)
  const sql = 'select id from ad_requests where campaign_id = ?'
  expect((await app.db.execute({ sql, args: [pair.campaignId] })).rows).toEqual([])
})

describe('the text of an offer', () => {
  it('is shown as typed, never as markup', async () => {
    const { sponsor, influencer, id } = await invited(app)
    const said = { message: `${wild}\0\u0007`, requirements: wild }
    await influencer.browser.post(`/ad-requests/${id}/offers`, terms({ offer_number: '1', ...said }))
    const { offers } = await rowsOf(app, id)
    expect(offers[1]).toMatchObject({ message: wild, requirements: wild })
    for (const path of [`/ad-requests/${id}`, '/notifications', '/home', '/ad-requests']) {
      const page = await sponsor.browser.get(path)
      expect(page.status).toBe(200)
      expect(page.html).not.toContain('<script>alert')
    }
    await sponsor.browser.get(`/ad-requests/${id}`)
    expect(sponsor.browser.sees('<script>alert("1")</script> &amp; \'quoted\' 👟🥾 مرحبا')).toBe(true)
  })

  it('can be submitted as multipart', async () => {
    const { influencer, id } = await invited(app)
    const body = new FormData()
    for (const [name, value] of Object.entries(terms({ offer_number: '1', payment_amount: '1111' })))
      body.set(name, value)
    const answer = await influencer.browser.send(`/ad-requests/${id}/offers`, { method: 'POST', body })
    expect(answer.status).toBe(303)
    expect((await rowsOf(app, id)).request).toMatchObject({ offer_number: 2, payment_amount: 111_100 })
  })

  it('can be exactly as long as the form says', async () => {
    const { influencer, id } = await invited(app)
    const fields = terms({
      offer_number: '1',
      message: 'ß'.repeat(2_000),
      requirements: `${'x\r\n'.repeat(999)}yz`,
    })
    const answer = await influencer.browser.post(`/ad-requests/${id}/offers`, { ...fields, ...manyRows(10) })
    expect(answer.status).toBe(200)
    expect(JSON.parse(String((await rowsOf(app, id)).offers[1]?.deliverables))).toHaveLength(10)
  })
})
