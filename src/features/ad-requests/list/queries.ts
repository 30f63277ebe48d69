import { eq } from 'drizzle-orm'
import { wordsToFind } from '../../../platform/db/contains-all-words.ts'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { endOfUtcDay, startOfUtcDay } from '../../../platform/list/days.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { adRequests } from '../schema.ts'
import { conditionsOf, type Shape, type Values } from './conditions.ts'
import type { Listing } from './listings.ts'

export interface AdRequestFilters {
  /** Words of the campaign's name and the other side's name. Not for admins. */
  readonly query: string
  readonly listing: Listing
  readonly campaignId: CampaignId | null
  /** The days when requests were sent, or ended if they are agreed or closed: `YYYY-MM-DD` in UTC. */
  readonly from: string | null
  readonly until: string | null
  readonly after: readonly number[] | null
}

export type ListedAdRequest = Awaited<ReturnType<typeof selectAdRequests>>[number]

/** One page of the viewer's requests; of everybody's for admins. */
export async function listAdRequests(
  db: Database,
  viewer: Viewer,
  filters: AdRequestFilters,
  now: number,
): Promise<Page<ListedAdRequest>> {
  const rows = await selectAdRequests(db, viewer, filters, now, PAGE_SIZE)
  return cutPage(rows, PAGE_SIZE, sortKeyOf(filters))
}

/** Returns one row more than `size` if there are more. */
export function selectAdRequests(
  db: Database,
  viewer: Viewer,
  filters: AdRequestFilters,
  now: number,
  size: number,
) {
  const { values, shape } = pageOf(viewer, filters, now, size)
  return selectPage(db, values, shape)
}

/** The values and the shape of the SQL of one page, for `conditionsOf`. It has one row more than `size` if there are more. */
export function pageOf(
  { id, role }: Pick<Viewer, 'id' | 'role'>,
  { query, listing, campaignId, from, until, after }: AdRequestFilters,
  now: number,
  size: number,
): { values: Values; shape: Shape } {
  const [afterTime = 0, afterId = 0] = after ?? []
  const values = {
    viewer: id,
    words: wordsToFind(query),
    campaign: campaignId,
    now,
    firstMoment: from === null ? 0 : startOfUtcDay(from),
    endMoment: until === null ? Number.MAX_SAFE_INTEGER : endOfUtcDay(until),
    afterTime,
    afterId,
    limit: size + 1,
  }
  const shape = {
    role,
    listing,
    hasQuery: query !== '' && role !== 'admin',
    ofCampaign: campaignId !== null,
    hasDays: from !== null || until !== null,
    hasCursor: after !== null,
  }
  return { values, shape }
}

const selectPage = prepared((orm, slots: Slots<Values>, shape: Shape) => {
  const { where, orderBy } = conditionsOf(slots, shape)
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
    .where(where)
    .orderBy(...orderBy)
    .limit(slots.limit)
})

/** Returns the cursor after a row. */
export function sortKeyOf({
  listing,
  campaignId,
}: AdRequestFilters): (row: Pick<ListedAdRequest, 'id' | 'closesAt'>) => readonly number[] {
  const isByTime = campaignId === null && (listing === 'mine' || listing === 'theirs' || listing === 'closed')
  return (row) => (isByTime ? [row.closesAt, row.id] : [0, row.id])
}
