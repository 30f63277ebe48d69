import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { makePerson, type Person } from '../support/people.ts'
import { type Page, valuesOf } from '../support/visitor.ts'
import { dayFromNow, invited, rowsOf, type TwoSides, terms, twoSides } from './house.ts'

type Fields = Record<string, string | string[]>

let app: App
let negotiation: TwoSides & { id: number }
let pair: TwoSides
beforeAll(async () => {
  app = await startApp()
  negotiation = await invited(app)
  pair = await twoSides(app)
})
// Nothing that anybody sends makes the Worker log an error: `close` would throw.
afterAll(() => app.close())

/** The forms that hold an offer, and who sends them with which button. */
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
    'a counter-offer',
    () => ({
      by: negotiation.influencer,
      path: `/ad-requests/${negotiation.id}/offers`,
      button: 'Send counter-offer',
      more: { offer_number: '1' },
    }),
  ],
  [
    'an edit',
    () => ({
      by: negotiation.sponsor,
      path: `/ad-requests/${negotiation.id}/offers`,
      button: 'Replace the offer',
      more: { offer_number: '1' },
    }),
  ],
]

/** What somebody typed before going wrong somewhere else: it must come back as it was. */
const wild = '<script>alert("1")</script> &amp; \'quoted\' 👟🥾 مرحبا \u202eright to left'
const kept: Fields = {
  requirements: `\n${wild}`,
  message: `Line one\nLine two ${wild}`,
  deliverable_kind: ['reel', 'story'],
  deliverable_count: ['2', '3'],
  deliverable_due: [dayFromNow(5), dayFromNow(6)],
  usage_channels: ['organic', 'paid_social'],
  expires_in: '168',
}

/** A wrong field, what is typed into it, and a word of what is said about it. */
const wrongs: [string, Fields, string, RegExp][] = [
  ['no payment', { payment_amount: '' }, 'payment_amount', /Enter the payment/],
  ['a blank payment', { payment_amount: ' \t ' }, 'payment_amount', /Enter the payment/],
  ['a negative payment', { payment_amount: '-1200.00' }, 'payment_amount', /amount like/],
  ['an enormous payment', { payment_amount: '9'.repeat(60) }, 'payment_amount', /amount like/],
  ['more than money can be', { payment_amount: '1000000000.01' }, 'payment_amount', /amount like/],
  ['NaN for a payment', { payment_amount: 'NaN' }, 'payment_amount', /amount like/],
  ['infinity for a payment', { payment_amount: 'Infinity' }, 'payment_amount', /amount like/],
  ['1e5 for a payment', { payment_amount: '1e5' }, 'payment_amount', /amount like/],
  ['thousandths', { payment_amount: '10.005' }, 'payment_amount', /amount like/],
  [
    'markup for a payment',
    { payment_amount: '"><img src=x onerror=alert(1)>' },
    'payment_amount',
    /amount like/,
  ],
  ['SQL for a payment', { payment_amount: "1'; drop table offers; --" }, 'payment_amount', /amount like/],
  ['Arabic digits', { payment_amount: '١٢٠٠' }, 'payment_amount', /amount like/],
  [
    'a payment of 100,000 characters',
    { payment_amount: '1'.repeat(100_000) },
    'payment_amount',
    /amount like/,
  ],
  ['two payments', { payment_amount: ['1.00', '1000000.00'] }, 'payment_amount', /once/],
  [
    'requirements of 100,000 characters',
    { requirements: 'x'.repeat(100_000) },
    'requirements',
    /at most 2,000/,
  ],
  ['two requirements', { requirements: ['a', 'b'] }, 'requirements', /once/],
  ['a message of 2,001 emoji', { message: '👟'.repeat(2_001) }, 'message', /at most 2,000/],
  ['two messages', { message: ['a', 'b'] }, 'message', /once/],
  ['a use that there is not', { usage_channels: 'outer_space' }, 'usage_channels', /from the list/],
  ['a use that every object has', { usage_channels: '__proto__' }, 'usage_channels', /from the list/],
  [
    'one use a hundred times',
    { usage_channels: Array(101).fill('organic') },
    'usage_channels',
    /At most|from the list/,
  ],
  ['months that are none', { usage_months: 'three' }, 'usage_months', /whole number from 0 to 60/],
  ['no months', { usage_months: '' }, 'usage_months', /Enter the months/],
  ['negative months', { usage_months: '-3' }, 'usage_months', /whole number/],
  ['half a month', { usage_months: '1.5' }, 'usage_months', /whole number/],
  ['months without end', { usage_months: '9'.repeat(300) }, 'usage_months', /whole number/],
  ['two of months', { usage_months: ['1', '2'] }, 'usage_months', /once/],
  ['a time to answer of an hour', { expires_in: '1' }, 'expires_in', /how long/],
  ['a time to answer of a year', { expires_in: '8760' }, 'expires_in', /how long/],
  ['a negative time to answer', { expires_in: '-72' }, 'expires_in', /how long/],
  ['no time to answer', { expires_in: '' }, 'expires_in', /how long/],
  ['a time that every object has', { expires_in: 'constructor' }, 'expires_in', /how long/],
  ['two times to answer', { expires_in: ['24', '72'] }, 'expires_in', /once/],
  ['a day that was', { deliverable_due: dayFromNow(-2) }, 'deliverables', /has passed/],
  ['a day that never was', { deliverable_due: '2027-02-30' }, 'deliverables', /enter the day/],
  ['no day', { deliverable_due: '' }, 'deliverables', /enter the day/],
  ['a day in words', { deliverable_due: 'next tuesday' }, 'deliverables', /enter the day/],
  ['a day after the campaign', { deliverable_due: dayFromNow(60) }, 'deliverables', /last day/],
  ['the last of all days', { deliverable_due: '9999-12-31' }, 'deliverables', /last day/],
  ['a year of six digits', { deliverable_due: '+012026-01-01' }, 'deliverables', /enter the day/],
  ['none of a deliverable', { deliverable_count: '0' }, 'deliverables', /from 1 to 50/],
  ['a negative count', { deliverable_count: '-1' }, 'deliverables', /from 1 to 50/],
  ['a thousand of them', { deliverable_count: '1000' }, 'deliverables', /from 1 to 50/],
  ['one and a half', { deliverable_count: '1.5' }, 'deliverables', /from 1 to 50/],
  ['a kind that there is not', { deliverable_kind: 'hologram' }, 'deliverables', /choose what/],
  ['a kind that every object has', { deliverable_kind: 'toString' }, 'deliverables', /choose what/],
  ['a day without a kind', { deliverable_kind: '' }, 'deliverables', /choose what/],
  [
    'all rows empty',
    { deliverable_kind: ['', ''], deliverable_count: ['1', '1'], deliverable_due: ['', ''] },
    'deliverables',
    /at least one/,
  ],
  ['eleven deliverables', manyRows(11), 'deliverables', /at most 10/],
  ['fifteen deliverables', manyRows(15), 'deliverables', /at most 10/],
  ['a hundred deliverables', manyRows(100), 'deliverables', /at most 1[05]/i],
]

function manyRows(count: number): Fields {
  return {
    deliverable_kind: Array(count).fill('reel'),
    deliverable_count: Array(count).fill('1'),
    deliverable_due: Array(count).fill(dayFromNow(5)),
  }
}

describe.each(offerForms)('the form of %s', (_, form) => {
  it.each(wrongs)('refuses %s at its field and loses nothing', async (_, wrong, field, words) => {
    const { by, path, button, more } = form()
    const sent: Fields = { ...terms(), ...kept, ...more, ...wrong }
    const page = await by.browser.post(path, sent)
    expectRefusedAt(page, field, words)
    expectKept(page, button, sent)
  })

  it('says all that is wrong at once', async () => {
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
      'names that every object has',
      '__proto__=1&constructor=2&toString=3',
      'application/x-www-form-urlencoded',
    ],
    [
      'a file for a payment',
      multipart('payment_amount"; filename="a.txt', '1000.00'),
      'multipart/form-data; boundary=cut',
    ],
  ])('made of %s is a form without a payment', async (_, body, type) => {
    const { by, path } = form()
    const answer = await by.browser.send(path, { method: 'POST', body, headers: { 'Content-Type': type } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Enter the payment|amount like|Fill this in once|Choose whom/)
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
  ])('that is %s is not read', async (_, body, type, status) => {
    const { by, path } = form()
    const answer = await by.browser.send(path, { method: 'POST', body, headers: { 'Content-Type': type } })
    await answer.arrayBuffer()
    expect(answer.status).toBe(status)
  })
})

function multipart(name: string, value: string): string {
  return `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--cut--\r\n`
}

describe('what is said in an offer', () => {
  it('is shown as it was meant, and never as markup', async () => {
    const { sponsor, influencer, id } = await invited(app)
    const said = { message: `${wild}\0\u0007`, requirements: wild }
    await influencer.browser.post(`/ad-requests/${id}/offers`, terms({ offer_number: '1', ...said }))
    const { offers } = await rowsOf(app, id)
    expect(offers[1]).toMatchObject({ message: wild, requirements: wild })
    for (const path of [`/ad-requests/${id}`, '/notices', '/home', '/ad-requests']) {
      const page = await sponsor.browser.get(path)
      expect(page.status).toBe(200)
      expect(page.html).not.toContain('<script>alert')
    }
    await sponsor.browser.get(`/ad-requests/${id}`)
    expect(sponsor.browser.sees('<script>alert("1")</script> &amp; \'quoted\' 👟🥾 مرحبا')).toBe(true)
  })

  it('comes also as multipart, the way a form with files would', async () => {
    const { influencer, id } = await invited(app)
    const body = new FormData()
    for (const [name, value] of Object.entries(terms({ offer_number: '1', payment_amount: '1111' })))
      body.set(name, value)
    const answer = await influencer.browser.send(`/ad-requests/${id}/offers`, { method: 'POST', body })
    expect(answer.status).toBe(303)
    expect((await rowsOf(app, id)).request).toMatchObject({ offer_number: 2, payment_amount: 111_100 })
  })

  it('may be as much as the form says, to the last character', async () => {
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

describe('which offer is meant', () => {
  it.each(['', '0', '-1', '1.5', 'abc', 'NaN', '1e99', '9007199254740993', '1;2'])(
    '%j is none (422), for an answer and for an agreement',
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

  it('must be said once, and before an agreement it must be said', async () => {
    const { influencer, id } = negotiation
    const path = `/ad-requests/${id}/acceptance`
    expectRefusedAt(
      await influencer.browser.post(path, { offer_number: ['1', '1'] }),
      'offer_number',
      /which offer/,
    )
    expectRefusedAt(await influencer.browser.post(path), 'offer_number', /which offer/)
  })

  it('may be one that is not there (409), and then the latest is shown', async () => {
    const { influencer, id } = negotiation
    for (const offer_number of ['2', '1000000']) {
      for (const [noun, fields] of [
        ['offers', terms({ offer_number, message: wild })],
        ['acceptance', { offer_number }],
      ] as const) {
        const page = await influencer.browser.post(`/ad-requests/${id}/${noun}`, fields)
        expect(page.status).toBe(409)
        expect(page.text).toContain('The latest is offer 1: $1,200.00')
        if (noun === 'offers') expectKept(page, 'Send counter-offer', { message: wild })
      }
    }
  })
})

describe('the form of a rejection', () => {
  it.each<[string, Fields, string, RegExp]>([
    ['no reason', {}, 'reason', /Choose a reason/],
    ['an empty reason', { reason: '' }, 'reason', /Choose a reason/],
    ['a reason of its own', { reason: 'boredom' }, 'reason', /Choose a reason/],
    ['a reason that every object has', { reason: 'hasOwnProperty' }, 'reason', /Choose a reason/],
    ['two reasons', { reason: ['fit', 'budget'] }, 'reason', /Choose a reason/],
    ['100,000 characters', { reason: 'fit', words: 'x'.repeat(100_000) }, 'words', /at most 1,000/],
    ['words twice', { reason: 'fit', words: ['a', 'b'] }, 'words', /once/],
  ])('refuses %s at its field and keeps the words', async (_, wrong, field, words) => {
    const { influencer, id } = negotiation
    const sent: Fields = { words: wild, ...wrong }
    const page = await influencer.browser.post(`/ad-requests/${id}/rejection`, sent)
    expectRefusedAt(page, field, words)
    expectKept(page, 'Reject', { words: sent.words ?? '' })
  })
})

describe('the form of a message', () => {
  it.each<[string, Fields, RegExp]>([
    ['nothing', {}, /Write a message/],
    ['white space', { message: ' \r\n\t ' }, /Write a message/],
    ['control characters', { message: '\0\0\u0001' }, /Write a message/],
    ['100,000 characters', { message: 'x'.repeat(100_000) }, /at most 4,000/],
    ['two messages', { message: [wild, 'b'] }, /once/],
  ])('refuses %s at its field and keeps it', async (_, sent, words) => {
    const { influencer, id } = negotiation
    const page = await influencer.browser.post(`/ad-requests/${id}/messages`, sent)
    expect(page.status).toBe(422)
    const field = page.document.querySelector('#field-thread-message')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(page.document.querySelector('#field-thread-message-error')?.textContent).toMatch(words)
    if (sent.message) expectKept(page, 'Send message', { message: sent.message })
  })
})

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

describe('an address with an id that is none', () => {
  it.each(noIds)('/ad-requests/%s is not there', async (id) => {
    const { browser } = negotiation.influencer
    expect((await browser.get(`/ad-requests/${id}`)).status).toBe(404)
    for (const noun of nouns)
      expect((await browser.post(`/ad-requests/${id}/${noun}`, terms())).status).toBe(404)
  })

  it.each(noIds)('/campaigns/%s takes neither invitation nor application', async (id) => {
    const invitation = { ...terms(), influencer_id: String(pair.influencer.id) }
    expect((await pair.sponsor.browser.post(`/campaigns/${id}/ad-requests`, invitation)).status).toBe(404)
    expect((await pair.influencer.browser.post(`/campaigns/${id}/applications`, terms())).status).toBe(404)
    expect((await pair.influencer.browser.get(`/campaigns/${id}/applications`)).status).toBe(404)
  })
})

describe('what belongs to others', () => {
  it('is not there: nobody invites to a campaign of another sponsor', async () => {
    const stranger = await makePerson(app, 'sponsor')
    const fields = { ...terms(), influencer_id: String(pair.influencer.id) }
    expect((await stranger.browser.post(`/campaigns/${pair.campaignId}/ad-requests`, fields)).status).toBe(
      404,
    )
    const page = `/ad-requests/new?campaign_id=${pair.campaignId}&influencer_id=${pair.influencer.id}`
    expect((await stranger.browser.get(page)).status).toBe(404)
  })

  it('is not for the other role', async () => {
    const fields = { ...terms(), influencer_id: String(pair.influencer.id) }
    expect(
      (await pair.influencer.browser.post(`/campaigns/${pair.campaignId}/ad-requests`, fields)).status,
    ).toBe(404)
    expect(
      (await pair.sponsor.browser.post(`/campaigns/${pair.campaignId}/applications`, terms())).status,
    ).toBe(404)
    expect((await pair.sponsor.browser.get(`/campaigns/${pair.campaignId}/applications`)).status).toBe(404)
  })

  it('is for an admin to see and not to act on', async () => {
    const admin = await makePerson(app, 'admin')
    expect((await admin.browser.get(`/ad-requests/${negotiation.id}`)).status).toBe(200)
    for (const noun of nouns) {
      const fields = { ...terms({ offer_number: '1' }), reason: 'fit' }
      expect((await admin.browser.post(`/ad-requests/${negotiation.id}/${noun}`, fields)).status).toBe(403)
    }
  })
})

describe('whom to invite', () => {
  it.each<[string, () => string[]]>([
    ['nobody', () => []],
    ['nonsense', () => ['abc', '-1', '0', '9007199254740993', '']],
    ['somebody who is not there', () => ['1000000000']],
    ['a sponsor', () => [String(pair.sponsor.id)]],
  ])('%s is refused, and what was typed is kept', async (_, ids) => {
    const sent = { ...terms({ message: wild }), influencer_id: ids() }
    const page = await pair.sponsor.browser.post(`/campaigns/${pair.campaignId}/ad-requests`, sent)
    expect([page.status, page.text.includes('Choose whom to invite.')]).toEqual([422, true])
    expectKept(page, 'Send invitation', { message: wild })
  })

  it('counts once, however often it is named', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const fields = { ...terms(), influencer_id: Array(60).fill(String(influencer.id)) }
    expect((await sponsor.browser.post(`/campaigns/${campaignId}/ad-requests`, fields)).status).toBe(200)
    const { rows } = await app.db.execute({
      sql: 'select id from ad_requests where campaign_id = ?',
      args: [campaignId],
    })
    expect(rows).toHaveLength(1)
  })

  it('is at most fifty at once: nobody is left out without a word', async () => {
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
    const page = await sponsor.browser.post(path, { ...terms(), influencer_id: ids })
    expect([page.status, page.text.includes('Invite at most 50 at once.'), await count()]).toEqual([
      422,
      true,
      0,
    ])
    expect((await sponsor.browser.post(path, { ...terms(), influencer_id: ids.slice(1) })).status).toBe(200)
    expect(await count()).toBe(50)
  })
})

describe('a query', () => {
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

  it.each(queries)('?%s does no harm', async (query) => {
    const { sponsor, influencer, id } = negotiation
    for (const path of ['/ad-requests', `/ad-requests/${id}`, '/ad-requests/new', '/home']) {
      for (const headers of [{}, { 'HX-Request-Type': 'partial' }] as Record<string, string>[]) {
        const { status } = await sponsor.browser.get(`${path}?${query}`, headers)
        // A campaign that is not there is the one thing that can be missing.
        expect(status).toBe(path === '/ad-requests/new' && query.endsWith('=1000000000') ? 404 : 200)
      }
    }
    expect((await influencer.browser.get(`/ad-requests/${id}?${query}`)).status).toBe(200)
  })
})

it('after all of this the two requests are as they were', async () => {
  const { request, offers, messages } = await rowsOf(app, negotiation.id)
  expect(request).toMatchObject({ state: 'pending', turn: 'influencer', version: 1 })
  expect([offers.length, messages.length]).toEqual([1, 0])
  const { rows } = await app.db.execute({
    sql: 'select id from ad_requests where campaign_id = ?',
    args: [pair.campaignId],
  })
  expect(rows).toEqual([])
})

/** 422, and the field is named with the reason, in a summary that leads to it where it can be seen. */
function expectRefusedAt(page: Page, field: string, words: RegExp): void {
  expect(page.status).toBe(422)
  const link = [...page.document.querySelectorAll('.form-errors a')].find(
    (one) => one.getAttribute('href') === `#field-${field}`,
  )
  expect(link?.textContent).toMatch(words)
  if (field !== 'offer_number') expect(page.document.querySelectorAll(`#field-${field}`)).toHaveLength(1)
}

/** What was typed stands in the form again; a choice that there is not cannot. */
function expectKept(page: Page, button: string, sent: Fields): void {
  const buttons = [...page.document.querySelectorAll('button')].filter((one) =>
    one.textContent?.includes(button),
  )
  const form = buttons.at(-1)?.closest('form')
  if (!form) throw new Error(`There is no button "${button}":\n${page.text}`)
  const shown = valuesOf(form)
  for (const [name, typed] of Object.entries(sent)) {
    if (name === 'usage_shown' || name === 'offer_number') continue
    const values = typeof typed === 'string' ? [typed] : typed
    for (const [index, value] of expectedOf(form, name, values).entries()) {
      expect([name, index, shown[name]?.[index]]).toEqual([name, index, value])
    }
  }
}

function expectedOf(form: Element, name: string, values: readonly string[]): readonly string[] {
  const control = form.querySelector(`[name="${name}"]`)
  if (control?.tagName === 'SELECT') {
    const options = [...control.querySelectorAll('option')].map((option) => option.getAttribute('value'))
    return values.every((value) => options.includes(value)) ? values.slice(0, repeats(form, name)) : []
  }
  if (control?.getAttribute('type') === 'checkbox') return []
  return values.slice(0, repeats(form, name))
}

/** A field that repeats by mistake shows its first value; rows show as many as the form has. */
function repeats(form: Element, name: string): number {
  return form.querySelectorAll(`[name="${name}"]`).length
}
