import type { Client } from '@libsql/client/http'

/** The first ids of ten sponsors, and of a hundred food influencers with 20,000 followers. */
export const SPONSOR = 10_001
export const INFLUENCER = 11_000

export async function addPeople(client: Client): Promise<void> {
  const ids = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index)
  const user = (id: number, role: string) => ({
    sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
      values (?1, 'u' || ?1, ?1 || '@mail.example', 'Person', '', ?2, 'active', 0)`,
    args: [id, role],
  })
  await client.batch(
    [
      ...ids(SPONSOR, 10).flatMap((id) => [
        user(id, 'sponsor'),
        {
          sql: "insert into sponsors (user_id, company_name, industry, submitted_at) values (?, 'Company', 'Food', 0)",
          args: [id],
        },
      ]),
      ...ids(INFLUENCER, 100).flatMap((id) => [
        user(id, 'influencer'),
        {
          sql: `insert into influencers (user_id, category, niche, country, languages, followers)
            values (?, 'food', 'vegan', 'SE', '[]', 20000)`,
          args: [id],
        },
      ]),
    ],
    'write',
  )
}

interface Deal {
  readonly sponsor: number
  readonly influencer: number
  readonly dollars: number
  /** Milliseconds UTC. */
  readonly agreedAt: number
}

/** Adds an agreement for one reel, in a campaign of its own. Returns the id of its request. */
export async function addDeal(
  client: Client,
  { sponsor, influencer, dollars, agreedAt }: Deal,
): Promise<number> {
  const amount = dollars * 100
  const reel = JSON.stringify([{ kind: 'reel', count: 1, dueDate: '2026-12-01' }])
  const [campaign] = await client.batch(
    [
      {
        sql: `insert into campaigns (sponsor_id, name, platforms, wanted_deliverables, usage_channels, budget, state, created_at)
          values (?, 'Deal', '[]', ?, '[]', 100000000, 'completed', 0) returning id`,
        args: [sponsor, reel],
      },
    ],
    'write',
  )
  const campaignId = Number(campaign?.rows[0]?.id)
  const [request] = await client.batch(
    [
      {
        sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, origin, state, turn, payment_amount, closes_at, created_at)
          values (?, ?, ?, 'invitation', 'accepted', 'influencer', ?, ?, 0) returning id`,
        args: [campaignId, sponsor, influencer, amount, agreedAt],
      },
    ],
    'write',
  )
  const id = Number(request?.rows[0]?.id)
  await client.batch(
    [
      {
        sql: `insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, usage_channels, usage_months, made_at, expires_at)
          values (?, 1, 'sponsor', ?, ?, '[]', 3, 0, 1)`,
        args: [id, amount, reel],
      },
      {
        sql: `insert into collaborations (ad_request_id, campaign_id, sponsor_id, influencer_id, terms, payment_amount, funding_due_at, created_at)
          values (?, ?, ?, ?, '{}', ?, 0, ?)`,
        args: [id, campaignId, sponsor, influencer, amount, agreedAt],
      },
      {
        sql: `insert into agreed_prices (ad_request_id, sponsor_id, influencer_id, kind, category, tier, unit_price, agreed_at)
          values (?, ?, ?, 'reel', 'food', 'micro', ?, ?)`,
        args: [id, sponsor, influencer, amount, agreedAt],
      },
    ],
    'write',
  )
  return id
}
