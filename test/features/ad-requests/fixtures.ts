import { DEFAULT_LIFETIME } from '../../../src/features/ad-requests/offer.ts'
import { invite } from '../../support/ad-requests.ts'
import type { App } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export interface TwoSides {
  readonly sponsor: Person
  readonly influencer: Person
  readonly campaignId: number
}

/** A sponsor with a campaign budget of 10,000.00 and an influencer, without a request between them. */
export async function twoSides(
  app: App,
  campaign: Parameters<typeof makeCampaign>[2] = {},
): Promise<TwoSides> {
  const sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  const influencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  return { sponsor, influencer, campaignId: await makeCampaign(app, sponsor, campaign) }
}

/** The same with an invitation: offer 1 of 1,200.00. */
export async function invited(app: App, campaign: Parameters<typeof makeCampaign>[2] = {}) {
  const sides = await twoSides(app, campaign)
  return { ...sides, id: await invite(app, sides.sponsor, sides.influencer, sides.campaignId) }
}

/** A request whose offer expired an hour ago, stored as pending. Returns its id. */
export async function makeExpired(app: App, { sponsor, influencer, campaignId }: TwoSides): Promise<number> {
  const expiresAt = Date.now() - HOUR
  const madeAt = expiresAt - DEFAULT_LIFETIME * HOUR
  const { rows } = await app.db.execute({
    sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, origin, turn, payment_amount, closes_at, created_at)
      values (?, ?, ?, 'invitation', 'influencer', 120000, ?, ?) returning id`,
    args: [campaignId, sponsor.id, influencer.id, expiresAt, madeAt],
  })
  const id = Number(rows[0]?.id)
  await app.db.execute({
    sql: `insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, usage_channels, usage_months, made_at, expires_at)
      values (?, 1, 'sponsor', 120000, ?, '["organic"]', 3, ?, ?)`,
    args: [id, JSON.stringify([{ kind: 'reel', count: 1, dueDate: dayFromNow(5) }]), madeAt, expiresAt],
  })
  return id
}

/** Everything that the database has of a request, to compare before and after. */
export async function rowsOf(app: App, id: number) {
  const [request, offers, events, messages, collaborations, campaign] = await app.db.batch(
    [
      { sql: 'select * from ad_requests where id = ?', args: [id] },
      { sql: 'select * from offers where ad_request_id = ? order by number', args: [id] },
      { sql: "select * from events where subject = 'ad_request' and subject_id = ? order by id", args: [id] },
      { sql: 'select * from messages where ad_request_id = ? order by id', args: [id] },
      { sql: 'select * from collaborations where ad_request_id = ?', args: [id] },
      {
        sql: 'select * from campaigns where id = (select campaign_id from ad_requests where id = ?)',
        args: [id],
      },
    ],
    'read',
  )
  return {
    request: request?.rows[0],
    offers: offers?.rows ?? [],
    events: events?.rows ?? [],
    messages: messages?.rows ?? [],
    collaborations: collaborations?.rows ?? [],
    campaign: campaign?.rows[0],
  }
}

/** A campaign's requests, oldest first. */
export async function requestsOf(app: App, campaignId: number) {
  const sql = 'select id, state, influencer_id from ad_requests where campaign_id = ? order by id'
  return (await app.db.execute({ sql, args: [campaignId] })).rows
}

/** Submits a form without following the redirect. Several can run at once. */
export async function statusOf(
  { browser }: Pick<Person, 'browser'>,
  path: string,
  fields: Record<string, string> = {},
) {
  const answer = await browser.send(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, text: unescaped(await answer.text()) }
}

/** `YYYY-MM-DD` in UTC. */
/** The token of a form that a person opened. Sent twice, it is a double click. */
export async function openForm({ browser }: Person): Promise<{ form_token: string }> {
  const { document } = await browser.get('/settings/password')
  return { form_token: document.querySelector('[name=form_token]')?.getAttribute('value') ?? '' }
}

export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
}

/** Valid fields for every form with an offer. */
export function terms(values: Record<string, string> = {}): Record<string, string> {
  return {
    payment_amount: '1000.00',
    deliverable_kind: 'reel',
    deliverable_count: '1',
    deliverable_due: dayFromNow(5),
    usage_shown: 'yes',
    usage_channels: 'organic',
    usage_months: '3',
    message: '',
    requirements: '',
    expires_in: String(DEFAULT_LIFETIME),
    ...values,
  }
}

function unescaped(html: string): string {
  return html.replaceAll('&#39;', "'").replace(/\s+/g, ' ')
}
