import { and, asc, type Column, desc, eq, gt, lte, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { containsAllWords } from '../../../platform/db/contains-all-words.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import type { Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { otherSide, type Side } from '../offer.ts'
import { adRequests } from '../schema.ts'
import type { Listing } from './listings.ts'

export interface Values {
  readonly viewer: UserId
  readonly words: string
  readonly campaign: CampaignId | null
  readonly now: number
  /** The days when requests were sent or ended, in milliseconds UTC: from the first moment, until before the last. */
  readonly firstMoment: number
  readonly endMoment: number
  readonly afterTime: number
  readonly afterId: number
  readonly limit: number
}

/** What makes the SQL of one page differ from another's. */
export interface Shape {
  readonly role: Viewer['role']
  readonly listing: Listing
  readonly hasQuery: boolean
  readonly ofCampaign: boolean
  readonly hasDays: boolean
  readonly hasCursor: boolean
}

export interface Conditions {
  readonly where: SQL | undefined
  readonly orderBy: readonly SQL[]
}

/**
 * Which requests a listing shows, in an order that an index of `ad_requests` has, so that nothing is sorted. The select
 * must join the campaign, its sponsor, and the influencer's user.
 */
export function conditionsOf(slots: Slots<Values>, shape: Shape): Conditions {
  const { where, orderBy } = shape.ofCampaign ? ofCampaign(slots, shape) : ofViewer(slots, shape)
  const words = shape.hasQuery ? containsAllWords(namesFor(shape.role), slots.words) : undefined
  return { where: and(where, words, shape.hasDays ? inDays(slots, shape) : undefined), orderBy }
}

// Without the viewer's own name, which is in every row.
function namesFor(role: Viewer['role']): Column[] {
  return [campaigns.name, role === 'sponsor' ? users.displayName : sponsors.companyName]
}

// The end of those that have one, or else when they were sent. The plus keeps SQLite from using an index of the time.
function inDays({ firstMoment, endMoment }: Slots<Values>, { listing }: Shape): SQL {
  const time = listing === 'agreed' || listing === 'closed' ? adRequests.closesAt : adRequests.createdAt
  return sql`+${time} >= ${firstMoment} and +${time} < ${endMoment}`
}

// Literals, because SQLite must see that the partial indexes apply.
const isAgreed = sql`${adRequests.state} = 'accepted'`
const isNotAgreed = sql`${adRequests.state} <> 'accepted'`

const newestFirst = [desc(adRequests.id)]

function ofViewer(slots: Slots<Values>, { role, listing, hasCursor }: Shape): Conditions {
  if (role === 'admin') return { where: beforeId(slots, hasCursor), orderBy: newestFirst }
  const own = ownedBy(slots, role)
  switch (listing) {
    case 'mine':
    case 'theirs':
      return {
        where: and(
          own,
          isPending(role, listing),
          gt(adRequests.closesAt, slots.now),
          pastCursor(slots, hasCursor, sql`>`),
        ),
        orderBy: [asc(adRequests.closesAt), asc(adRequests.id)],
      }
    case 'agreed':
      return { where: and(own, isAgreed, beforeId(slots, hasCursor)), orderBy: newestFirst }
    case 'closed':
      return {
        where: and(
          own,
          isNotAgreed,
          lte(adRequests.closesAt, slots.now),
          pastCursor(slots, hasCursor, sql`<`),
        ),
        orderBy: [desc(adRequests.closesAt), desc(adRequests.id)],
      }
    case 'all':
      return { where: and(own, beforeId(slots, hasCursor)), orderBy: newestFirst }
  }
}

// A campaign has few enough requests to filter them along its own index. The plus keeps SQLite from taking an index of
// the viewer's requests, which are in another order.
function ofCampaign(slots: Slots<Values>, { role, listing, hasCursor }: Shape): Conditions {
  const own = role === 'admin' ? undefined : sql`+${ownedBy(slots, role)}`
  const campaign = eq(adRequests.campaignId, slots.campaign)
  return {
    where: and(campaign, own, isIn(listing, role, slots.now), beforeId(slots, hasCursor)),
    orderBy: newestFirst,
  }
}

function ownedBy({ viewer }: Slots<Values>, role: Side): SQL {
  return eq(role === 'sponsor' ? adRequests.sponsorId : adRequests.influencerId, viewer)
}

function isIn(listing: Listing, role: Viewer['role'], now: Placeholder): SQL | undefined {
  switch (listing) {
    case 'mine':
    case 'theirs':
      return role === 'admin'
        ? eqLiteral(adRequests.state, 'pending')
        : and(isPending(role, listing), gt(adRequests.closesAt, now))
    case 'agreed':
      return isAgreed
    case 'closed':
      return and(isNotAgreed, lte(adRequests.closesAt, now))
    case 'all':
      return undefined
  }
}

function isPending(side: Side, listing: 'mine' | 'theirs'): SQL | undefined {
  const turn = listing === 'mine' ? side : otherSide(side)
  return and(eqLiteral(adRequests.state, 'pending'), eqLiteral(adRequests.turn, turn))
}

function beforeId({ afterId }: Slots<Values>, hasCursor: boolean): SQL | undefined {
  return hasCursor ? sql`${adRequests.id} < ${afterId}` : undefined
}

function pastCursor(
  { afterTime, afterId }: Slots<Values>,
  hasCursor: boolean,
  comparison: SQL,
): SQL | undefined {
  return hasCursor
    ? sql`(${adRequests.closesAt}, ${adRequests.id}) ${comparison} (${afterTime}, ${afterId})`
    : undefined
}
