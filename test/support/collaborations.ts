import type { App } from './app.ts'
import type { Person } from './people.ts'

interface Values {
  state?: string
  agreedAt?: number
  paymentAmount?: number
}

/** Inserts a collaboration with its request, by default completed and for 1,234.56. */
export async function collaborate(
  app: App,
  sponsor: Person,
  influencer: Person,
  campaignId: number,
  values: Values = {},
): Promise<void> {
  const { state = 'completed', agreedAt = Date.now(), paymentAmount = 123_456 } = values
  const { rows } = await app.db.execute({
    sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount, closes_at, created_at)
      values (?, ?, ?, 'accepted', 'invitation', 'influencer', ?, ?, ?) returning id`,
    args: [campaignId, sponsor.id, influencer.id, paymentAmount, agreedAt, agreedAt],
  })
  await app.db.execute({
    sql: `insert into collaborations (ad_request_id, campaign_id, sponsor_id, influencer_id, state, terms, payment_amount, funding_due_at, created_at)
      values (?, ?, ?, ?, ?, '{"requirements":"Say nothing of the price"}', ?, ?, ?)`,
    args: [
      Number(rows[0]?.id),
      campaignId,
      sponsor.id,
      influencer.id,
      state,
      paymentAmount,
      agreedAt,
      agreedAt,
    ],
  })
}
