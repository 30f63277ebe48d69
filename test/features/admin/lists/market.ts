import type { Client } from '@libsql/client/http'
import { categoryKeys, platformKeys } from '../../../../src/shared/taxonomy.ts'

export const NOW = Date.parse('2026-11-27T12:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

export const campaignStates = ['draft', 'active', 'paused', 'completed'] as const
export const visibilities = ['public', 'private'] as const
export const requestStates = ['pending', 'accepted', 'rejected', 'withdrawn', 'expired'] as const
export const sides = ['sponsor', 'influencer'] as const
export const origins = ['invitation', 'application'] as const

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('The list is empty')
  return item
}

const companies = ['Northway Outdoor', 'Kettle & Crumb', 'Slow North Rail', 'Lumen Desk']
export const sponsors = companies.map((companyName, index) => ({ id: 1 + index, companyName }))

const names = ['Mara North', 'Slow Ana', 'Jonas Berg', 'Ana Silva', 'Boots Carvalho']
export const influencers = names.map((name, index) => ({
  id: 101 + index,
  name,
  username: `person${index}`,
  email: `mail${index}@example.com`,
}))

const answerHours = [1, 1, 6, 24, 48, 72, 168, 200]

// Many values are the same, so that the order within them matters.
export const campaigns = Array.from({ length: 60 }, (_, index) => ({
  id: index + 1,
  sponsor: at(sponsors, index * 7),
  name: at(['Autumn Boots', 'Slow Coffee', 'Night Trains', 'Quiet Desk North'], index * 3),
  state: at(campaignStates, index),
  visibility: at(visibilities, index >> 2),
  flaggedAt: index % 7 === 3 ? 5 : null,
  category: index % 11 === 0 ? null : at(categoryKeys, index * 5),
  platforms: [at(platformKeys, index), at(platformKeys, index * 3 + 1)],
  publishedAt: index % 4 === 0 ? null : NOW - (index % 12) * DAY,
  endsAt: index % 13 === 0 ? null : NOW + ((index % 9) - 4) * HOUR,
  budget: (1 + (index % 5)) * 100_000,
  committed: (index % 3) * 10_000,
}))

export const adRequests = Array.from({ length: 120 }, (_, index) => {
  const campaign = at(campaigns, index * 11)
  const state = at(requestStates, index * 3)
  const hours = 1 + (index % 6)
  const isOpen = state === 'pending'
  const closesAt = isOpen && index % 6 !== 0 ? NOW + hours * HOUR : NOW - hours * HOUR - (index % 5) * DAY
  const createdAt = Math.min(closesAt, NOW) - (index % 4) * DAY
  const isAnswered = state === 'accepted' || state === 'rejected' || index % 3 === 0
  return {
    id: index + 1,
    campaign,
    influencer: at(influencers, index),
    state,
    turn: at(sides, index >> 1),
    origin: at(origins, index >> 2),
    paymentAmount: (1 + (index % 4)) * 50_000,
    // Every sixth open one has expired, and no job has recorded it yet.
    closesAt,
    createdAt,
    // After exactly the hours that a range begins with, or a bit less.
    firstAnsweredAt: isAnswered ? createdAt + at(answerHours, index) * HOUR - (index % 2) : null,
  }
})

export async function addMarket(client: Client): Promise<void> {
  const user = (id: number, username: string, email: string, name: string, role: string) => ({
    sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
      values (?, ?, ?, ?, '', ?, 'active', 0)`,
    args: [id, username, email, name, role],
  })
  await client.batch(
    [
      ...sponsors.flatMap(({ id, companyName }) => [
        user(id, `sponsor${id}`, `sponsor${id}@example.com`, `Owner ${id}`, 'sponsor'),
        {
          sql: "insert into sponsors (user_id, company_name, industry, submitted_at) values (?, ?, 'Travel', 0)",
          args: [id, companyName],
        },
      ]),
      ...influencers.flatMap(({ id, username, email, name }) => [
        user(id, username, email, name, 'influencer'),
        {
          sql: `insert into influencers (user_id, category, niche, country, languages) values (?, 'food', 'vegan', 'SE', '[]')`,
          args: [id],
        },
      ]),
      ...campaigns.map((one) => ({
        sql: `insert into campaigns (id, sponsor_id, name, platforms, wanted_deliverables, usage_channels, category, state,
          visibility, flagged_at, ends_at, budget, committed, published_at, created_at)
          values (?, ?, ?, ?, '[]', '[]', ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        args: [
          one.id,
          one.sponsor.id,
          one.name,
          JSON.stringify(one.platforms),
          one.category,
          one.state,
          one.visibility,
          one.flaggedAt,
          one.endsAt,
          one.budget,
          one.committed,
          one.publishedAt,
        ],
      })),
      'drop index ad_requests_one_open',
      ...adRequests.map((one) => ({
        sql: `insert into ad_requests (id, campaign_id, sponsor_id, influencer_id, origin, state, turn, payment_amount,
          closes_at, created_at, first_answered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        args: [
          one.id,
          one.campaign.id,
          one.campaign.sponsor.id,
          one.influencer.id,
          one.origin,
          one.state,
          one.turn,
          one.paymentAmount,
          one.closesAt,
          one.createdAt,
          one.firstAnsweredAt,
        ],
      })),
    ],
    'write',
  )
}

/** Whether a text has all words of a query, the last one as the beginning of a word. */
export function hasWords(text: string, query: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const wanted = query.toLowerCase().split(' ').filter(Boolean)
  return wanted.every((word, index) =>
    words.some((one) =>
      index === wanted.length - 1 && word.length > 1 ? one.startsWith(word) : one === word,
    ),
  )
}
