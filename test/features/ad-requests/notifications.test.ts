import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRequest } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import { invited, type TwoSides, terms, twoSides } from './fixtures.ts'

let app: App
beforeAll(async () => {
  // Without mail, e-mails stay in the outbox, where the test can read them.
  app = await startApp(withoutMail)
})
afterAll(() => app.close())

/** Everybody's new notifications and e-mails. */
async function notifiedSince(since: { notifications: number; outbox: number }) {
  const [notifications, outbox] = await app.db.batch(
    [
      {
        sql: 'select user_id, kind, title, path from notifications where id > ? order by id',
        args: [since.notifications],
      },
      {
        sql: `select user_id, kind, title, path, subject, period, channel, state, body from outbox where id > ? order by id`,
        args: [since.outbox],
      },
    ],
    'read',
  )
  return { notifications: notifications?.rows ?? [], outbox: outbox?.rows ?? [] }
}

async function lastIds() {
  const { rows } = await app.db.execute(
    'select coalesce((select max(id) from notifications), 0) as n, coalesce((select max(id) from outbox), 0) as o',
  )
  return { notifications: Number(rows[0]?.n), outbox: Number(rows[0]?.o) }
}

const actions: [
  string,
  'sponsor' | 'influencer',
  string,
  Record<string, string>,
  { kind: string; title: string; period: string; body: string },
][] = [
  [
    'a counteroffer',
    'influencer',
    'offers',
    terms({ offer_number: '1', payment_amount: '1450', message: 'Two days of filming.' }),
    {
      kind: 'ad_request_offer',
      title: 'Mara Lindqvist asked for $1,450.00 for Autumn Trail Boots',
      period: '2',
      body: 'Two days of filming.',
    },
  ],
  [
    'an edited offer',
    'sponsor',
    'offers',
    terms({ offer_number: '1', payment_amount: '1300' }),
    {
      kind: 'ad_request_offer',
      title: 'Northway Outdoor offered $1,300.00 for Autumn Trail Boots',
      period: '2',
      body: '',
    },
  ],
  [
    'an acceptance',
    'influencer',
    'acceptance',
    { offer_number: '1' },
    {
      kind: 'ad_request_accepted',
      title: 'Mara Lindqvist accepted $1,200.00 for Autumn Trail Boots',
      period: '1',
      body: 'The terms are now final. Funding is the next step.',
    },
  ],
  [
    'a rejection',
    'influencer',
    'rejection',
    { reason: 'budget', comment: 'Half of what I need.' },
    {
      kind: 'ad_request_rejected',
      title: 'Mara Lindqvist rejected your offer for Autumn Trail Boots',
      period: '1',
      body: "The payment doesn't work. Half of what I need.",
    },
  ],
  [
    'a withdrawal',
    'sponsor',
    'withdrawal',
    {},
    {
      kind: 'ad_request_withdrawn',
      title: 'Northway Outdoor withdrew their offer for Autumn Trail Boots',
      period: '1',
      body: '',
    },
  ],
]

describe('the other side is notified once, in the bell and by e-mail, with a link', () => {
  it.each(actions)('of %s', async (_, actor, noun, fields, { kind, title, period, body }) => {
    const { id, ...sides } = await invited(app)
    const other = sides[actor === 'sponsor' ? 'influencer' : 'sponsor']
    const since = await lastIds()
    await sides[actor].browser.post(`/ad-requests/${id}/${noun}`, fields)

    const { notifications, outbox } = await notifiedSince(since)
    const row = { user_id: other.id, kind, title, path: `/ad-requests/${id}` }
    expect(notifications).toEqual([row])
    expect(outbox).toEqual([
      { ...row, subject: `ad_request:${id}`, period, channel: 'email', state: 'pending', body },
    ])
  })

  it('of each message', async () => {
    const { sponsor, influencer, id } = await invited(app)
    const since = await lastIds()
    await sponsor.browser.post(`/ad-requests/${id}/messages`, { message: 'Which size?' })
    await influencer.browser.post(`/ad-requests/${id}/messages`, { message: '38.' })
    await influencer.browser.post(`/ad-requests/${id}/messages`, { message: 'Or 39.' })
    const { notifications, outbox } = await notifiedSince(since)
    expect(notifications).toMatchObject([
      {
        user_id: influencer.id,
        kind: 'ad_request_message',
        title: 'Northway Outdoor sent you a message about Autumn Trail Boots',
      },
      {
        user_id: sponsor.id,
        kind: 'ad_request_message',
        title: 'Mara Lindqvist sent you a message about Autumn Trail Boots',
      },
      { user_id: sponsor.id, path: `/ad-requests/${id}` },
    ])
    expect(outbox.map(({ body }) => body)).toEqual(['Which size?', '38.', 'Or 39.'])
  })

  it('of an application', async () => {
    const { sponsor, influencer, campaignId } = await twoSides(app)
    const since = await lastIds()
    await influencer.browser.post(
      `/campaigns/${campaignId}/applications`,
      terms({ message: 'I walk there.' }),
    )
    const id = await openRequest(app, campaignId, influencer)
    const { notifications, outbox } = await notifiedSince(since)
    const row = {
      user_id: sponsor.id,
      kind: 'ad_request_application',
      title: 'Mara Lindqvist applied to Autumn Trail Boots and asked for $1,000.00',
      path: `/ad-requests/${id}`,
    }
    expect(notifications).toEqual([row])
    expect(outbox).toMatchObject([
      { ...row, subject: `ad_request:${id}`, period: '1', body: 'I walk there.' },
    ])
  })

  it('of an invitation, each influencer with a link to their own request', async () => {
    const { sponsor, campaignId, influencer }: TwoSides = await twoSides(app)
    const people = [influencer, await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
    const since = await lastIds()
    await sponsor.browser.get(
      `/ad-requests/new?campaign_id=${campaignId}&${people.map(({ id }) => `influencer_id=${id}`).join('&')}`,
    )
    await sponsor.browser.submit('Send 3 invitations', {
      payment_amount: '700',
      message: 'All three of you?',
    })

    const { notifications, outbox } = await notifiedSince(since)
    const paths = await Promise.all(
      people.map(async (person) => `/ad-requests/${await openRequest(app, campaignId, person)}`),
    )
    expect(new Set(paths).size).toBe(3)
    const title = 'Northway Outdoor invited you to Autumn Trail Boots for $700.00'
    const rows = people.map(({ id }, index) => ({
      user_id: id,
      kind: 'ad_request_invitation',
      title,
      path: paths[index],
    }))
    expect(notifications).toEqual(rows)
    expect(outbox).toMatchObject(rows.map((row) => ({ ...row, body: 'All three of you?', period: '1' })))
    for (const { path, subject } of outbox)
      expect(`/${String(subject).replace('ad_request:', 'ad-requests/')}`).toBe(path)

    for (const [index, { browser }] of people.entries()) {
      const page = await browser.get(paths[index] ?? '')
      expect([page.status, page.text.includes('Northway Outdoor offered $700.00')]).toEqual([200, true])
    }
  })
})

describe('nobody is notified', () => {
  it('of a refused action', async () => {
    const { sponsor, influencer, campaignId, id } = await invited(app, { budget: 100_000 })
    const since = await lastIds()
    await influencer.browser.post(`/ad-requests/${id}/acceptance`, { offer_number: '1' })
    await sponsor.browser.post(`/ad-requests/${id}/acceptance`, { offer_number: '1' })
    await influencer.browser.post(`/ad-requests/${id}/offers`, terms({ offer_number: '7' }))
    await influencer.browser.post(
      `/ad-requests/${id}/offers`,
      terms({ offer_number: '1', payment_amount: '' }),
    )
    await influencer.browser.post(`/ad-requests/${id}/rejection`, {})
    await influencer.browser.post(`/ad-requests/${id}/withdrawal`, {})
    await influencer.browser.post(`/ad-requests/${id}/messages`, { message: ' ' })
    await influencer.browser.post(`/campaigns/${campaignId}/applications`, terms())
    expect(await notifiedSince(since)).toEqual({ notifications: [], outbox: [] })
  })

  it('of their own actions', async () => {
    const { sponsor, influencer, id } = await invited(app)
    await influencer.browser.post(`/ad-requests/${id}/offers`, terms({ offer_number: '1' }))
    const bell = async (browser: TwoSides['sponsor']['browser']) => (await browser.get('/notifications')).text
    expect(await bell(influencer.browser)).toContain(
      'Northway Outdoor invited you to Autumn Trail Boots for $1,200.00',
    )
    expect(await bell(influencer.browser)).not.toContain('Mara Lindqvist asked')
    expect(await bell(sponsor.browser)).toContain('Mara Lindqvist asked for $1,000.00 for Autumn Trail Boots')
    expect(await bell(sponsor.browser)).not.toContain('invited you')
  })
})
