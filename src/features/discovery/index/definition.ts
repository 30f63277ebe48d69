import { type Column, type SQL, sql } from 'drizzle-orm'
import {
  ascending,
  descending,
  type SearchIndex,
  type Source,
} from '../../../platform/search/search-index.ts'
import { categories, categoryKeys, nichesOf } from '../../../shared/taxonomy.ts'
import { users } from '../../accounts/schema.ts'
import { campaignGoals, campaigns } from '../../campaigns/schema.ts'
import { channels, influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { CampaignFilters, CampaignSort } from '../campaigns/filters.ts'
import type { InfluencerFilters, InfluencerSort } from '../influencers/filters.ts'

/*
 * The texts to search, the filters and the sort orders of discovery. To add a filter or a sort order, change it here:
 * tables, triggers, filter terms and queries are generated from it (see `platform/search`), and `npm run migrate`
 * rebuilds the index.
 */

const channel = sql`${channels} where ${channels.influencerId} = ${influencers.userId}`

export const influencerIndex: SearchIndex<InfluencerFilters, InfluencerSort> = {
  name: 'influencer',
  id: influencers.userId,
  from: sql`${influencers} join ${users} on ${users.id} = ${influencers.userId}`,
  visible: sql`${users.status} = 'active' and ${influencers.flaggedAt} is null`,
  names: [{ value: users.displayName }, { value: users.username }, { value: channels.handle, each: channel }],
  prose: [{ value: influencers.bio }, ...topicLabels(influencers)],
  minPrefix: 2,
  filters: {
    category: { kind: 'value', value: influencers.category },
    niche: { kind: 'value', value: influencers.niche },
    platform: { kind: 'value', value: channels.platform, each: channel },
    country: { kind: 'value', value: influencers.country },
    language: { kind: 'value', value: sql`value`, each: sql`json_each(${influencers.languages})` },
    followers: { kind: 'number', value: influencers.followers, from: 'followersFrom', to: 'followersTo' },
    reach: { kind: 'number', value: influencers.reach, from: 'reachFrom' },
    engagement: {
      kind: 'number',
      value: rounded(influencers.engagementRate, 1_000),
      scale: 1_000_000,
      from: 'engagementFrom',
    },
    price: { kind: 'number', value: influencers.lowestPrice, to: 'priceTo' },
    rating: { kind: 'number', value: rounded(influencers.rating, 10), scale: 10, from: 'ratingFrom' },
  },
  sorts: {
    reach: descending(sql`${influencers.reach}`),
    followers: descending(sql`${influencers.followers}`),
    engagement: descending(sql`cast(round(${influencers.engagementRate} * 1000000) as integer)`),
    // If ratings are equal, the one with more reviews comes first.
    rating: descending(
      sql`cast(round(coalesce(${influencers.rating}, 0) * 1000) as integer) * 1000 + min(${influencers.ratingCount}, 999)`,
    ),
    price: ascending(sql`${influencers.lowestPrice}`),
    newest: descending(sql`${users.createdAt} / 1000`),
  },
  relevance: 'reach',
  parts: [
    { table: users, documents: (row) => `select ${row}.id` },
    { table: channels, documents: (row) => `select ${row}.influencer_id` },
  ],
}

/** As `roundRating` and `roundShare` do it: who is shown with 4.5 is found by "4.5 or more". */
function rounded(value: Column, parts: number): SQL {
  return sql`cast(${value} * ${sql.raw(String(parts))} + 0.5 as integer) / ${sql.raw(`${parts}.0`)}`
}

const goal = sql`${campaignGoals} where ${campaignGoals.campaignId} = ${campaigns.id}`
const campaignsOf = (id: string) => `select id from campaigns where sponsor_id = ${id}`

export const campaignIndex: SearchIndex<CampaignFilters, CampaignSort> = {
  name: 'campaign',
  id: campaigns.id,
  from: sql`${campaigns} join ${users} on ${users.id} = ${campaigns.sponsorId}
    join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId}`,
  visible: sql`${campaigns.state} = 'active' and ${campaigns.visibility} = 'public'
    and ${campaigns.flaggedAt} is null and ${sponsors.flaggedAt} is null and ${users.status} = 'active'`,
  names: [{ value: campaigns.name }, { value: sponsors.companyName }],
  prose: [{ value: campaigns.brief }, { value: campaignGoals.text, each: goal }, ...topicLabels(campaigns)],
  minPrefix: 2,
  filters: {
    category: { kind: 'value', value: campaigns.category },
    niche: { kind: 'value', value: campaigns.niche },
    platform: { kind: 'value', value: sql`value`, each: sql`json_each(${campaigns.platforms})` },
    budget: { kind: 'number', value: campaigns.budget, from: 'budgetFrom', to: 'budgetTo' },
    start: { kind: 'day', value: campaigns.startDate, to: 'until' },
    end: { kind: 'day', value: campaigns.endDate, from: 'from' },
  },
  sorts: {
    newest: descending(sql`coalesce(${campaigns.publishedAt}, 0) / 1000`),
    budget: descending(sql`${campaigns.budget}`),
    ending: ascending(sql`${campaigns.endsAt} / 1000`),
  },
  relevance: 'newest',
  parts: [
    { table: campaignGoals, documents: (row) => `select ${row}.campaign_id` },
    { table: users, documents: (row) => campaignsOf(`${row}.id`) },
    { table: sponsors, documents: (row) => campaignsOf(`${row}.user_id`) },
  ],
}

// The labels of the category and the niche can be searched for too.
function topicLabels({ category, niche }: { category: Column; niche: Column }): Source[] {
  const niches = Object.assign({}, ...categoryKeys.map(nichesOf))
  const labels = Object.fromEntries(categoryKeys.map((key) => [key, categories[key].label]))
  return [{ value: labelOf(category, labels) }, { value: labelOf(niche, niches) }]
}

function labelOf(column: Column, labels: Readonly<Record<string, string>>): SQL {
  const cases = Object.entries(labels).map(
    ([key, label]) => `when '${key}' then '${label.replaceAll("'", "''")}'`,
  )
  return sql`case ${column} ${sql.raw(cases.join(' '))} end`
}
