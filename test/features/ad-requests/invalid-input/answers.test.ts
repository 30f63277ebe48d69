import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { invited, rowsOf, type TwoSides, terms } from '../fixtures.ts'
import { expectKept, expectRefusedAt, type Fields } from '../form-checks.ts'
import { wild } from './invalid-fields.ts'

let app: App
let negotiation: TwoSides & { id: number }
beforeAll(async () => {
  app = await startApp()
  negotiation = await invited(app)
})
// `close` throws if the Worker has logged an error.
afterAll(() => app.close())

describe('the number of the offer', () => {
  it.each(['', '0', '-1', '1.5', 'abc', 'NaN', '1e99', '9007199254740993', '1;2'])(
    '%j is refused (422), for a counteroffer and for accepting',
    async (offer_number) => {
      const { influencer, id } = negotiation
      for (const [noun, fields] of [
        ['offers', terms({ offer_number })],
        ['acceptance', { offer_number }],
      ] as const) {
        expectRefusedAt(
          await influencer.browser.post(`/ad-requests/${id}/${noun}`, fields),
          'offer_number',
          /which offer/,
        )
      }
    },
  )

  it('must be submitted exactly once to accept an offer', async () => {
    const { influencer, id } = negotiation
    const path = `/ad-requests/${id}/acceptance`
    expectRefusedAt(
      await influencer.browser.post(path, { offer_number: ['1', '1'] }),
      'offer_number',
      /which offer/,
    )
    expectRefusedAt(await influencer.browser.post(path), 'offer_number', /which offer/)
  })

  it('can be of an offer that does not exist (409), and the latest one is shown', async () => {
    const { influencer, id } = negotiation
    for (const offer_number of ['2', '1000000']) {
      for (const [noun, fields] of [
        ['offers', terms({ offer_number, message: wild })],
        ['acceptance', { offer_number }],
      ] as const) {
        const page = await influencer.browser.post(`/ad-requests/${id}/${noun}`, fields)
        expect(page.status).toBe(409)
        expect(page.text).toContain('The latest is offer 1: $1,200.00')
        if (noun === 'offers') expectKept(page, 'Send counteroffer', { message: wild })
      }
    }
  })
})

describe('the form of a rejection', () => {
  it.each<[string, Fields, string, RegExp]>([
    ['no reason', {}, 'reason', /Choose a reason/],
    ['an empty reason', { reason: '' }, 'reason', /Choose a reason/],
    ['an unknown reason', { reason: 'boredom' }, 'reason', /Choose a reason/],
    ['a property of every object as the reason', { reason: 'hasOwnProperty' }, 'reason', /Choose a reason/],
    ['two reasons', { reason: ['fit', 'budget'] }, 'reason', /Choose a reason/],
    ['100,000 characters', { reason: 'fit', comment: 'x'.repeat(100_000) }, 'comment', /at most 1,000/],
    ['two comments', { reason: 'fit', comment: ['a', 'b'] }, 'comment', /once/],
  ])('refuses %s at its field and keeps the comment', async (_, wrong, field, message) => {
    const { influencer, id } = negotiation
    const sent: Fields = { comment: wild, ...wrong }
    const page = await influencer.browser.post(`/ad-requests/${id}/rejection`, sent)
    expectRefusedAt(page, field, message)
    expectKept(page, 'Reject', { comment: sent.comment ?? '' })
  })
})

describe('the form of a message', () => {
  it.each<[string, Fields, RegExp]>([
    ['nothing', {}, /Write a message/],
    ['white space', { message: ' \r\n\t ' }, /Write a message/],
    ['control characters', { message: '\0\0\u0001' }, /Write a message/],
    ['100,000 characters', { message: 'x'.repeat(100_000) }, /at most 4,000/],
    ['two messages', { message: [wild, 'b'] }, /once/],
  ])('refuses %s at its field and keeps it', async (_, sent, message) => {
    const { influencer, id } = negotiation
    const page = await influencer.browser.post(`/ad-requests/${id}/messages`, sent)
    expect(page.status).toBe(422)
    const field = page.document.querySelector('#field-thread-message')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(page.document.querySelector('#field-thread-message-error')?.textContent).toMatch(message)
    if (sent.message) expectKept(page, 'Send message', { message: sent.message })
  })
})

it('none of this has changed anything', async () => {
  const { request, offers, messages } = await rowsOf(app, negotiation.id)
  expect(request).toMatchObject({ state: 'pending', turn: 'influencer', version: 1 })
  expect([offers.length, messages.length]).toEqual([1, 0])
})
