import { type Column, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { categories, categoryKeys, nichesOf } from '../../../shared/taxonomy.ts'
import { users } from '../../accounts/schema.ts'
import { campaignGoals, campaigns } from '../../campaigns/schema.ts'
import { channels, influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { CampaignFilters, CampaignSort } from '../campaigns/filters.ts'
import type { InfluencerFilters, InfluencerSort } from '../influencers/filters.ts'

/**
 * What can be searched, in one place: what is indexed, filtered by, and sorted by. Tables, triggers, filter terms and
 * queries all follow from it; see docs/decisions/0002-search-index.md. `npm run migrate` rebuilds the index after a
 * change here.
 */
export interface SearchIndex<Fields = never, Sort extends string = string> {
  /** Singular. Tables are named after it: `influencers_by_reach`, `influencer_sort_keys`, `influencer_documents`. */
  readonly name: string
  readonly id: Column
  readonly from: SQL
  /** Only these rows are found. */
  readonly visible: SQL
  /** A match in a name comes before a match in prose. */
  readonly names: readonly Source[]
  readonly prose: readonly Source[]
  /** How many letters the last word of a query needs so that it is taken for a prefix. */
  readonly shortestPrefix: number
  readonly filters: Readonly<Record<string, ValueFilter | RangeFilter<Fields>>>
  /** Value filters that are often combined: a term of both is much faster than two terms that match many rows. */
  readonly pairs: readonly (readonly [string, string])[]
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, SortOrder>>
  /** The sort order within matches of names, and of prose, when sorted by relevance. Null where nothing is. */
  readonly relevance: Exclude<Sort, 'relevance'> | null
  /** Other tables that the documents are made of, and which documents a row of theirs is part of. */
  readonly parts: readonly { readonly table: SQLiteTable; readonly documents: (row: string) => string }[]
}

/** One value of a row, or one for each row of `each`. Null stands for none. */
export interface Source {
  readonly value: Column | SQL
  readonly each?: SQL
}

/** A filter by one of several values. The search field has the filter's name. */
export interface ValueFilter extends Source {
  readonly kind: 'value'
}

/** A filter by a number (times `scale`) or a day, `YYYY-MM-DD`. The search fields hold the bounds, both included. */
export interface RangeFilter<Fields = never> {
  readonly kind: 'number' | 'day'
  readonly value: Column
  readonly scale?: number
  readonly from?: keyof Fields & string
  readonly to?: keyof Fields & string
}

export interface SortOrder {
  readonly value: SQL
  readonly direction: 'ascending' | 'descending'
}

const channel = sql`${channels} where ${channels.influencerId} = ${influencers.userId}`

export const influencerIndex: SearchIndex<InfluencerFilters, InfluencerSort> = {
  name: 'influencer',
  id: influencers.userId,
  from: sql`${influencers} join ${users} on ${users.id} = ${influencers.userId}`,
  visible: sql`${users.status} = 'active' and ${influencers.flaggedAt} is null`,
  names: [{ value: users.displayName }, { value: users.username }, { value: channels.handle, each: channel }],
  prose: [{ value: influencers.bio }, ...topicLabels(influencers)],
  shortestPrefix: 2,
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
      value: influencers.engagementRate,
      scale: 1_000_000,
      from: 'engagementFrom',
    },
    price: { kind: 'number', value: influencers.lowestPrice, to: 'priceTo' },
    rating: { kind: 'number', value: influencers.rating, scale: 10, from: 'ratingFrom' },
  },
  pairs: [
    ['category', 'platform'],
    ['category', 'country'],
  ],
  sorts: {
    reach: descending(sql`${influencers.reach}`),
    followers: descending(sql`${influencers.followers}`),
    engagement: descending(sql`cast(round(${influencers.engagementRate} * 1000000) as integer)`),
    // Of two equal ratings, the one that more people gave.
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

const ofSponsor = (id: string) => `select id from campaigns where sponsor_id = ${id}`

export const campaignIndex: SearchIndex<CampaignFilters, CampaignSort> = {
  name: 'campaign',
  id: campaigns.id,
  from: sql`${campaigns} join ${users} on ${users.id} = ${campaigns.sponsorId}
    join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId}`,
  visible: sql`${campaigns.state} = 'active' and ${campaigns.visibility} = 'public'
    and ${campaigns.flaggedAt} is null and ${users.status} = 'active'`,
  names: [{ value: campaigns.name }, { value: sponsors.companyName }],
  prose: [
    { value: campaigns.brief },
    {
      value: campaignGoals.text,
      each: sql`${campaignGoals} where ${campaignGoals.campaignId} = ${campaigns.id}`,
    },
    ...topicLabels(campaigns),
  ],
  shortestPrefix: 2,
  filters: {
    category: { kind: 'value', value: campaigns.category },
    niche: { kind: 'value', value: campaigns.niche },
    platform: { kind: 'value', value: sql`value`, each: sql`json_each(${campaigns.platforms})` },
    budget: { kind: 'number', value: campaigns.budget, from: 'budgetFrom', to: 'budgetTo' },
    start: { kind: 'day', value: campaigns.startDate, to: 'until' },
    end: { kind: 'day', value: campaigns.endDate, from: 'from' },
  },
  pairs: [],
  sorts: {
    newest: descending(sql`coalesce(${campaigns.publishedAt}, 0) / 1000`),
    budget: descending(sql`${campaigns.budget}`),
    ending: ascending(sql`${campaigns.endsAt} / 1000`),
  },
  relevance: 'newest',
  parts: [
    { table: campaignGoals, documents: (row) => `select ${row}.campaign_id` },
    { table: users, documents: (row) => ofSponsor(`${row}.id`) },
    { table: sponsors, documents: (row) => ofSponsor(`${row}.user_id`) },
  ],
}

/** Every account, for admins. */
export const accountIndex: SearchIndex<{ role: string; status: string }, 'newest'> = {
  name: 'account',
  id: users.id,
  from: sql`${users}`,
  visible: sql`true`,
  names: [{ value: users.displayName }, { value: users.username }, { value: users.email }],
  prose: [],
  shortestPrefix: 1,
  filters: {
    role: { kind: 'value', value: users.role },
    status: { kind: 'value', value: users.status },
  },
  pairs: [],
  sorts: { newest: descending(sql`${users.id}`) },
  relevance: null,
  parts: [],
}

export const searchIndexes = [influencerIndex, campaignIndex, accountIndex] as const

// What people call a category and a niche can be searched for too.
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

function ascending(value: SQL): SortOrder {
  return { value, direction: 'ascending' }
}

function descending(value: SQL): SortOrder {
  return { value, direction: 'descending' }
}
