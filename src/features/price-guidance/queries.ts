import { eq, type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Database } from '../../platform/db/database.ts'
import { stepSql } from '../../platform/db/step-sql.ts'
import { followerTiers } from '../../shared/follower-tier.ts'
import type { AdRequestId, CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { DeliverableKind } from '../../shared/taxonomy.ts'
import { users } from '../accounts/schema.ts'
import { adRequests, offers } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { influencers } from '../influencers/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import { type AgreedPrice, MAX_AGE, MAX_DEALS, type PriceGuidance, priceRangeFor } from './price-range.ts'
import { agreedPrices } from './schema.ts'

/** What was agreed for one kind of deliverable with influencers of one category and tier. */
export type AgreedPrices = Awaited<ReturnType<typeof selectAgreedPrices>>[number]

/** More are read than count, because some are left out. */
const MAX_READ = MAX_DEALS + 50

/**
 * The prices that were agreed on with influencers like these, for each of the kinds. No rows if these influencers are
 * not all in the same category and tier. Reads a bounded number of rows.
 */
export function selectAgreedPrices(
  db: Database,
  {
    influencerIds,
    kinds,
  }: { influencerIds: readonly UserId[] | SQL; kinds: readonly DeliverableKind[] | SQL },
  now: number,
) {
  const ids = listOf(influencerIds)
  const group = { category: influencers.category, tier: stepSql(influencers.followers, followerTiers) }
  return db.orm
    .select({
      kind: sql<DeliverableKind>`kinds.value`,
      ...group,
      prices: sql`${pricesOf(group, now)}`.mapWith(parsePrices),
    })
    .from(influencers)
    .crossJoin(sql`json_each(${listOf(kinds)}) kinds`)
    .where(sql`${eq(influencers.userId, sql`${ids} ->> 0`)} and not ${hasOtherGroup(ids, group)}`)
}

/** What the viewer may see of these prices: nothing where there are too few. */
export function guidanceFor(viewer: UserId, rows: readonly AgreedPrices[]): PriceGuidance[] {
  return rows.flatMap(({ prices, ...group }) => {
    const range = priceRangeFor(viewer, prices)
    return range === null ? [] : [{ ...group, range }]
  })
}

/** The influencer of a request, for `selectAgreedPrices`. */
export function influencerOf(id: AdRequestId): SQL {
  return sql`(select json_array(influencer_id) from ${adRequests} where id = ${id})`
}

/** The kinds in the latest offer of a request, for `selectAgreedPrices`. */
export function kindsOfLatestOffer(id: AdRequestId): SQL {
  return kindsOf(
    sql`select deliverables from ${offers} where ad_request_id = ${id} order by number desc limit 1`,
  )
}

/** The kinds that a campaign asks for, for `selectAgreedPrices`. */
export function kindsOfCampaign(id: CampaignId): SQL {
  return kindsOf(sql`select wanted_deliverables from ${campaigns} where ${campaigns.id} = ${id}`)
}

function kindsOf(deliverables: SQL): SQL {
  return sql`(select json_group_array(value ->> 'kind') from json_each((${deliverables})))`
}

function listOf(values: readonly (string | number)[] | SQL): SQL {
  return Array.isArray(values) ? sql`${JSON.stringify([...new Set(values)])}` : sql`${values}`
}

interface Group {
  readonly category: typeof influencers.category
  readonly tier: SQL
}

function hasOtherGroup(ids: SQL, { category, tier }: Group): SQL {
  const other = { category: sql`other.category`, tier: stepSql(sql`other.followers`, followerTiers) }
  return sql`exists (select 1 from ${influencers} other
    where other.user_id in (select value from json_each(${ids}))
      and (${other.category} <> ${category} or ${other.tier} <> ${tier}))`
}

// One JSON text for each kind, because a row of its own for each price would make the answer ten times as long.
function pricesOf({ category, tier }: Group, now: number): SQL {
  const newest = sql`(select * from ${agreedPrices}
    where kind = kinds.value and category = ${category} and tier = ${tier} and agreed_at > ${now - MAX_AGE}
    order by agreed_at desc, ad_request_id desc limit ${sql.raw(String(MAX_READ))})`
  return sql`(select json_group_array(json_array(unit_price, sponsor_id, influencer_id)) from (
    select newest.unit_price, newest.sponsor_id, newest.influencer_id from ${newest} newest where ${isSound}))`
}

// Without agreements that came to nothing, and without those of flagged campaigns, and of people who are flagged or
// suspended, also while their account is being deleted.
const isSound = sql`exists (select 1 from ${collaborations}
    join ${campaigns} on ${campaigns.id} = campaign_id
    where ${collaborations.adRequestId} = newest.ad_request_id
      and ${collaborations.state} not in ('cancelled', 'lapsed') and ${campaigns.flaggedAt} is null)
  and exists (select 1 from ${influencers} one
    where one.user_id = newest.influencer_id and one.flagged_at is null)
  and not exists (select 1 from ${sponsors} one
    where one.user_id = newest.sponsor_id and one.flagged_at is not null)
  and not exists (select 1 from ${users}
    where ${users.id} in (newest.sponsor_id, newest.influencer_id) and (${users.status} = 'suspended' or ${users.suspendedFrom} is not null))`

const pricesText = z.array(z.tuple([z.int(), z.int(), z.int()]))

function parsePrices(text: string): AgreedPrice[] {
  return pricesText.parse(JSON.parse(text)).map(([unitPrice, sponsorId, influencerId]) => ({
    unitPrice: unitPrice as Cents,
    sponsorId: sponsorId as UserId,
    influencerId: influencerId as UserId,
  }))
}
