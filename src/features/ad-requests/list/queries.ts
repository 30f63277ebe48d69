import { and, eq, type SQL, sql } from 'drizzle-orm'
import { caseVariants, containsAllWords } from '../../../platform/db/contains-all-words.ts'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { adRequests } from '../schema.ts'
import { type Listing, type Shape, type Values, walkOf } from './scan.ts'

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
  const spellings = caseVariants(words)
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

const selectPage = prepared((orm, slots: Slots<Values>, shape: Shape) => {
  const { where, order } = walkOf(slots, shape)
  return orm
    .select({
      id: adRequests.id,
      origin: adRequests.origin,
      state: adRequests.state,
      turn: adRequests.turn,
      closesAt: adRequests.closesAt,
      paymentAmount: adRequests.paymentAmount,
      offerNumber: adRequests.offerNumber,
      campaignName: campaigns.name,
      sponsorName: sponsors.companyName,
      influencerName: users.displayName,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
    .innerJoin(users, eq(users.id, adRequests.influencerId))
    .where(and(where, shape.named ? containsAllWords(namesFor(shape.role), slots.spellings) : undefined))
    .orderBy(...order)
    .limit(slots.limit)
})

// One's own name stands in every row.
function namesFor(role: Viewer['role']): SQL {
  const other = role === 'sponsor' ? users.displayName : sponsors.companyName
  return sql`(${campaigns.name} || ' ' || ${other})`
}

function keyOf({ listing, campaignId }: ListQuery): (row: ListedAdRequest) => readonly number[] {
  const byClock = campaignId === null && (listing === 'mine' || listing === 'theirs' || listing === 'closed')
  return (row) => (byClock ? [row.closesAt, row.id] : [0, row.id])
}
