import { and, asc, desc, eq, gt, lte, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/schema.ts'
import { is } from '../db/constant.ts'
import type { Database } from '../db/database.ts'
import { holdsWords, spellingsOf } from '../db/holds-words.ts'
import { prepared, type Slots } from '../db/prepared.ts'
import type { Viewer } from '../http/context.ts'
import { cutPage, PAGE_SIZE, type Page } from '../http/paging.ts'
import { sponsors, users } from '../people/schema.ts'
import type { CampaignId, UserId } from '../shared/ids.ts'
import { otherSide, type Side } from './offer.ts'
import { adRequests } from './schema.ts'

/** The parts of one's list: what waits for oneself first, and each in the order that helps there. */
export const listings = ['mine', 'theirs', 'agreed', 'closed', 'all'] as const
export type Listing = (typeof listings)[number]

export interface ListQuery {
  /** In the names of the campaign and of the other side; admins, who see everybody's, cannot look for them here. */
  readonly words: string
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
  const { words, listing, campaignId, after } = query
  const { id, role } = viewer
  const [afterTime = 0, afterId = 0] = after ?? []
  const spellings = spellingsOf(words)
  const values = { viewer: id, spellings, campaign: campaignId, now, afterTime, afterId, limit: size + 1 }
  const named = words !== '' && role !== 'admin'
  return selectPage(db, values, {
    role,
    named,
    listing,
    ofCampaign: campaignId !== null,
    paged: after !== null,
  })
}

interface Values {
  readonly viewer: UserId
  readonly spellings: string
  readonly campaign: CampaignId | null
  readonly now: number
  readonly afterTime: number
  readonly afterId: number
  readonly limit: number
}

interface Shape {
  readonly role: Viewer['role']
  /** Whether words are looked for. */
  readonly named: boolean
  readonly listing: Listing
  readonly ofCampaign: boolean
  readonly paged: boolean
}

const selectPage = prepared((orm, slots: Slots<Values>, shape: Shape) => {
  const { where, order } = shape.ofCampaign ? ofCampaign(slots, shape) : ofViewer(slots, shape)
  return orm
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
    .where(and(where, shape.named ? holdsWords(namesFor(shape.role), slots.spellings) : undefined))
    .orderBy(...order)
    .limit(slots.limit)
})

// One's own name stands in every row.
function namesFor(role: Viewer['role']): SQL {
  const other = role === 'sponsor' ? users.display_name : sponsors.company_name
  return sql`(${campaigns.name} || ' ' || ${other})`
}

type Walk = { where: SQL | undefined; order: SQL[] }

// In words, not as parameters: only so SQLite sees that the partial indexes fit.
const isAgreed = sql`${adRequests.state} = 'accepted'`
const isNotAgreed = sql`${adRequests.state} <> 'accepted'`

const newestFirst = [desc(adRequests.id)]

function ofViewer(slots: Slots<Values>, { role, listing, paged }: Shape): Walk {
  if (role === 'admin') return { where: beforeId(slots, paged), order: newestFirst }
  const own = ownedBy(slots, role)
  switch (listing) {
    case 'mine':
    case 'theirs':
      return {
        where: and(
          own,
          openWith(role, listing),
          gt(adRequests.closes_at, slots.now),
          afterKey(slots, paged, sql`>`),
        ),
        order: [asc(adRequests.closes_at), asc(adRequests.id)],
      }
    case 'agreed':
      return { where: and(own, isAgreed, beforeId(slots, paged)), order: newestFirst }
    case 'closed':
      return {
        where: and(own, isNotAgreed, lte(adRequests.closes_at, slots.now), afterKey(slots, paged, sql`<`)),
        order: [desc(adRequests.closes_at), desc(adRequests.id)],
      }
    case 'all':
      return { where: and(own, beforeId(slots, paged)), order: newestFirst }
  }
}

// A campaign's requests are few enough to be filtered along its own index.
function ofCampaign(slots: Slots<Values>, { role, listing, paged }: Shape): Walk {
  const own = role === 'admin' ? undefined : ownedBy(slots, role)
  const campaign = eq(adRequests.campaign_id, slots.campaign)
  return {
    where: and(campaign, own, stateOf(role, listing, slots.now), beforeId(slots, paged)),
    order: newestFirst,
  }
}

function ownedBy({ viewer }: Slots<Values>, role: Side): SQL {
  return eq(role === 'sponsor' ? adRequests.sponsor_id : adRequests.influencer_id, viewer)
}

function stateOf(role: Viewer['role'], listing: Listing, now: Placeholder): SQL | undefined {
  switch (listing) {
    case 'mine':
    case 'theirs':
      return role === 'admin'
        ? is(adRequests.state, 'pending')
        : and(openWith(role, listing), gt(adRequests.closes_at, now))
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
  return and(is(adRequests.state, 'pending'), is(adRequests.turn, turn))
}

function beforeId({ afterId }: Slots<Values>, paged: boolean): SQL | undefined {
  return paged ? sql`${adRequests.id} < ${afterId}` : undefined
}

function afterKey({ afterTime, afterId }: Slots<Values>, paged: boolean, than: SQL): SQL | undefined {
  return paged
    ? sql`(${adRequests.closes_at}, ${adRequests.id}) ${than} (${afterTime}, ${afterId})`
    : undefined
}

function keyOf({ listing, campaignId }: ListQuery): (row: ListedAdRequest) => readonly number[] {
  const byClock = campaignId === null && (listing === 'mine' || listing === 'theirs' || listing === 'closed')
  return (row) => (byClock ? [row.closesAt, row.id] : [0, row.id])
}
