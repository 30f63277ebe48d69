import { and, asc, desc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/schema.ts'
import type { Database } from '../db/database.ts'
import type { Viewer } from '../http/context.ts'
import { cutPage, PAGE_SIZE, type Page } from '../http/paging.ts'
import { sponsors, users } from '../people/schema.ts'
import type { CampaignId } from '../shared/ids.ts'
import { otherSide, type Side } from './ad-request.ts'
import { adRequests } from './schema.ts'

/** The parts of one's list: what waits for oneself first, and each in the order that helps there. */
export const listings = ['mine', 'theirs', 'agreed', 'closed', 'all'] as const
export type Listing = (typeof listings)[number]

export interface ListQuery {
  readonly listing: Listing
  readonly campaignId: CampaignId | null
  readonly after: readonly number[] | null
}

export type ListedAdRequest = Awaited<ReturnType<typeof selectList>>[number]

/** One page of the viewer's requests; for admins of everybody's. */
export async function listAdRequests(
  db: Database,
  viewer: Viewer,
  query: ListQuery,
  now: number,
): Promise<Page<ListedAdRequest>> {
  const rows = await selectList(db, viewer, query, now, PAGE_SIZE)
  return cutPage(rows, PAGE_SIZE, keyOf(query))
}

/** As a query to be read together with others; gives one row more than `size` where there are more. */
export function selectList(db: Database, viewer: Viewer, query: ListQuery, now: number, size: number) {
  const { where, order } = query.campaignId ? ofCampaign(viewer, query, now) : ofViewer(viewer, query, now)
  return db.orm
    .select({
      id: adRequests.id,
      origin: adRequests.origin,
      state: adRequests.state,
      turn: adRequests.turn,
      closesAt: adRequests.closes_at,
      paymentAmount: adRequests.payment_amount,
      offerNumber: adRequests.offer_number,
      campaignName: campaigns.name,
      sponsorName: sponsors.company_name,
      influencerName: users.display_name,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaign_id))
    .innerJoin(sponsors, eq(sponsors.user_id, adRequests.sponsor_id))
    .innerJoin(users, eq(users.id, adRequests.influencer_id))
    .where(where)
    .orderBy(...order)
    .limit(size + 1)
}

type Walk = { where: SQL | undefined; order: SQL[] }

// In words, not as parameters: only so SQLite sees that the partial indexes fit.
const isAgreed = sql`${adRequests.state} = 'accepted'`
const isNotAgreed = sql`${adRequests.state} <> 'accepted'`

const newestFirst = [desc(adRequests.id)]

function ofViewer(viewer: Viewer, { listing, after }: ListQuery, now: number): Walk {
  if (viewer.role === 'admin') return { where: beforeId(after), order: newestFirst }
  const own = eq(viewer.role === 'sponsor' ? adRequests.sponsor_id : adRequests.influencer_id, viewer.id)
  switch (listing) {
    case 'mine':
    case 'theirs':
      return {
        where: and(
          own,
          openWith(viewer.role, listing),
          gt(adRequests.closes_at, now),
          afterKey(after, sql`>`),
        ),
        order: [asc(adRequests.closes_at), asc(adRequests.id)],
      }
    case 'agreed':
      return { where: and(own, isAgreed, beforeId(after)), order: newestFirst }
    case 'closed':
      return {
        where: and(own, isNotAgreed, lte(adRequests.closes_at, now), afterKey(after, sql`<`)),
        order: [desc(adRequests.closes_at), desc(adRequests.id)],
      }
    case 'all':
      return { where: and(own, beforeId(after)), order: newestFirst }
  }
}

// A campaign's requests are few enough to be filtered along its own index.
function ofCampaign(viewer: Viewer, { listing, campaignId, after }: ListQuery, now: number): Walk {
  const own =
    viewer.role === 'admin'
      ? undefined
      : eq(viewer.role === 'sponsor' ? adRequests.sponsor_id : adRequests.influencer_id, viewer.id)
  const campaign = eq(adRequests.campaign_id, campaignId ?? (0 as CampaignId))
  return { where: and(campaign, own, stateOf(viewer, listing, now), beforeId(after)), order: newestFirst }
}

function stateOf(viewer: Viewer, listing: Listing, now: number): SQL | undefined {
  switch (listing) {
    case 'mine':
    case 'theirs':
      return viewer.role === 'admin'
        ? eq(adRequests.state, 'pending')
        : and(openWith(viewer.role, listing), gt(adRequests.closes_at, now))
    case 'agreed':
      return isAgreed
    case 'closed':
      return and(isNotAgreed, lte(adRequests.closes_at, now))
    case 'all':
      return undefined
  }
}

function openWith(side: Side, listing: 'mine' | 'theirs'): SQL | undefined {
  const turn = listing === 'mine' ? side : otherSide(side)
  return and(eq(adRequests.state, 'pending'), eq(adRequests.turn, turn))
}

function beforeId(after: readonly number[] | null): SQL | undefined {
  return after ? sql`${adRequests.id} < ${after.at(-1)}` : undefined
}

function afterKey(after: readonly number[] | null, than: SQL): SQL | undefined {
  return after
    ? sql`(${adRequests.closes_at}, ${adRequests.id}) ${than} (${after[0]}, ${after[1]})`
    : undefined
}

function keyOf({ listing, campaignId }: ListQuery): (row: ListedAdRequest) => readonly number[] {
  const byClock = campaignId === null && (listing === 'mine' || listing === 'theirs' || listing === 'closed')
  return (row) => (byClock ? [row.closesAt, row.id] : [0, row.id])
}
