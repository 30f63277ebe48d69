import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseMailContent } from '../../../src/features/notifications/email/blocks.ts'
import { renderEmail } from '../../../src/features/notifications/email/render-email.tsx'
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

type OutboxRow = Awaited<ReturnType<typeof notifiedSince>>['outbox'][number]

const textOf = (row: OutboxRow | undefined) => rendered(row).text
const subjectOf = (row: OutboxRow | undefined) => rendered(row).subject

/** The e-mail as its recipient gets it. */
function rendered(row: OutboxRow | undefined) {
  const content = parseMailContent(String(row?.body))
  return renderEmail(
    { ...content, title: String(row?.title), path: String(row?.path), unsubscribeHref: null },
    {
      name: 'Mara',
      timeZone: 'UTC',
      now: Date.now(),
      publicUrl: 'https://parley.example',
      supportAddress: 'support@parley.example',
    },
  )
}

const actions: [
  string,
  'sponsor' | 'influencer',
  string,
  Record<string, string>,
  { kind: string; title: string; period: string; says: readonly string[] },
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
      says: [
        'Mara Lindqvist answered offer 1 with a counteroffer. Payment and deliverables changed.',
        '> Two days of filming.',
        'Payment: $1,450.00 (was: $1,200.00)',
        'Answer by ',
        'Answer the offer:\nhttps://parley.example/ad-requests/',
      ],
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
      says: [
        'Northway Outdoor replaced offer 1 with a new one. Payment and deliverables changed.',
        'Payment: $1,300.00 (was: $1,200.00)',
      ],
    },
  ],
  [
    'an acceptance',
    'influencer',
    'acceptance',
    { offer_number: '1', campaign_version: '1' },
    {
      kind: 'ad_request_accepted',
      title: 'Mara Lindqvist accepted $1,200.00 for Autumn Trail Boots',
      period: '1',
      says: [
        'Payment: $1,200.00',
        'Sponsor: Northway Outdoor',
        'Disclosure: #ad',
        'Funding is the next step.',
      ],
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
      says: ["Reason: The payment doesn't work", '> Half of what I need.', 'Your offer: $1,200.00 for'],
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
      says: ["you don't need to answer"],
    },
  ],
]

describe('the other side is notified once, in the bell and by e-mail, with a link', () => {
  it.each(actions)('of %s', async (_, actor, noun, fields, { kind, title, period, says }) => {
    const { id, ...sides } = await invited(app)
    const other = sides[actor === 'sponsor' ? 'influencer' : 'sponsor']
    const since = await lastIds()
    await sides[actor].browser.post(`/ad-requests/${id}/${noun}`, fields)

    const { notifications, outbox } = await notifiedSince(since)
    const row = { user_id: other.id, kind, title, path: `/ad-requests/${id}` }
    expect(notifications).toEqual([row])
    const [mail, ...copies] = outbox
    expect(mail).toMatchObject({
      ...row,
      subject: `ad_request:${id}`,
      period,
      channel: 'email',
      state: 'pending',
    })
    for (const sentence of says) expect(textOf(mail)).toContain(sentence)
    // Only an agreement is also for the one who made it.
    expect(copies).toHaveLength(noun === 'acceptance' ? 1 : 0)
  })

  it('of an agreement, and who accepted gets the same copy by e-mail', async () => {
    const { id, influencer } = await invited(app)
    const since = await lastIds()
    await influencer.browser.post(`/ad-requests/${id}/acceptance`, {
      offer_number: '1',
      campaign_version: '1',
    })
    const { outbox } = await notifiedSince(since)
    const [theirs, copy] = outbox
    expect(copy).toMatchObject({
      user_id: influencer.id,
      kind: 'ad_request_agreed',
      title: 'You accepted $1,200.00 for Autumn Trail Boots',
    })
    const agreed = (mail: typeof copy) => /WHAT WAS AGREED.*WHAT HAPPENS NEXT/s.exec(textOf(mail))?.[0]
    expect(agreed(copy)).toContain('Cancellation fee: 0% before work starts')
    expect(agreed(copy)).toBe(agreed(theirs))
    expect(textOf(copy)).toContain('Start work once Northway Outdoor has funded')
    expect(textOf(theirs)).toContain('Mara Lindqvist starts work once')
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
    for (const [index, message] of ['> Which size?', '> 38.', '> Or 39.'].entries()) {
      expect(textOf(outbox[index])).toContain(message)
    }
    expect(textOf(outbox[0])).toContain(`Reply:\nhttps://parley.example/ad-requests/${id}?answer=message`)
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
    expect(outbox).toMatchObject([{ ...row, subject: `ad_request:${id}`, period: '1' }])
    expect(textOf(outbox[0])).toContain('> I walk there.')
    expect(subjectOf(outbox[0])).toMatch(
      /^Answer by \w+day, .*: Mara Lindqvist asks for \$1,000.00 for Autumn Trail Boots$/,
    )
  })

  it('of an invitation, each influencer with a link to their own request', async () => {
    const { sponsor, campaignId, influencer }: TwoSides = await twoSides(app)
    const people = [influencer, await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
    const since = await lastIds()
    await sponsor.browser.get(
      `/ad-requests/new?campaign_id=${campaignId}&${people.map(({ id }) => `influencer_id=${id}`).join('&')}`,
    )
    await sponsor.browser.submit('Review 3 invitations', {
      payment_amount: '700',
      message: 'All three of you?',
    })
    await sponsor.browser.submit('Send 3 invitations')

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
    expect(outbox).toMatchObject(rows.map((row) => ({ ...row, period: '1' })))
    for (const [index, mail] of outbox.entries()) {
      expect(textOf(mail)).toContain('> All three of you?')
      expect(textOf(mail)).toMatch(/Deliverables: .+, due /)
      expect(textOf(mail)).toContain('Campaign runs: ')
      expect(textOf(mail)).toContain(`https://parley.example${paths[index]}?answer=accept`)
      // What the campaign has left is the sponsor's own business.
      expect(textOf(mail)).not.toMatch(/budget|\$10,000| left of/i)
      expect(subjectOf(mail)).toMatch(/^Answer by \w+day, .*: Northway Outdoor offers \$700.00 for /)
    }
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
    const { sponsor, influencer, campaignId, id } = await invited(app)
    await app.db.execute({ sql: "update campaigns set state = 'paused' where id = ?", args: [campaignId] })
    const since = await lastIds()
    await influencer.browser.post(`/ad-requests/${id}/acceptance`, {
      offer_number: '1',
      campaign_version: '1',
    })
    await sponsor.browser.post(`/ad-requests/${id}/acceptance`, { offer_number: '1', campaign_version: '1' })
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
