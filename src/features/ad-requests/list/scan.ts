import { and, asc, desc, eq, gt, lte, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import type { Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { otherSide, type Side } from '../offer.ts'
import { adRequests } from '../schema.ts'

/** The parts of one's list: what waits for oneself first, and each in the order that helps there. */
export const listings = ['mine', 'theirs', 'agreed', 'closed', 'all'] as const
export type Listing = (typeof listings)[number]

export interface Values {
  readonly viewer: UserId
  readonly spellings: string
  readonly campaign: CampaignId | null
  readonly now: number
  readonly afterTime: number
  readonly afterId: number
  readonly limit: number
}

export interface Shape {
  readonly role: Viewer['role']
  /** Whether words are looked for. */
  readonly named: boolean
  readonly listing: Listing
  readonly ofCampaign: boolean
  readonly paged: boolean
}

export interface Walk {
  readonly where: SQL | undefined
  readonly order: readonly SQL[]
}

/** Which requests a list goes through and in which order, so that an index gives them as they come. */
export function walkOf(slots: Slots<Values>, shape: Shape): Walk {
  return shape.ofCampaign ? ofCampaign(slots, shape) : ofViewer(slots, shape)
}

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
          gt(adRequests.closesAt, slots.now),
          afterKey(slots, paged, sql`>`),
        ),
        order: [asc(adRequests.closesAt), asc(adRequests.id)],
      }
    case 'agreed':
      return { where: and(own, isAgreed, beforeId(slots, paged)), order: newestFirst }
    case 'closed':
      return {
        where: and(own, isNotAgreed, lte(adRequests.closesAt, slots.now), afterKey(slots, paged, sql`<`)),
        order: [desc(adRequests.closesAt), desc(adRequests.id)],
      }
    case 'all':
      return { where: and(own, beforeId(slots, paged)), order: newestFirst }
  }
}

// A campaign's requests are few enough to be filtered along its own index.
function ofCampaign(slots: Slots<Values>, { role, listing, paged }: Shape): Walk {
  const own = role === 'admin' ? undefined : ownedBy(slots, role)
  const campaign = eq(adRequests.campaignId, slots.campaign)
  return {
    where: and(campaign, own, stateOf(role, listing, slots.now), beforeId(slots, paged)),
    order: newestFirst,
  }
}

function ownedBy({ viewer }: Slots<Values>, role: Side): SQL {
  return eq(role === 'sponsor' ? adRequests.sponsorId : adRequests.influencerId, viewer)
}

function stateOf(role: Viewer['role'], listing: Listing, now: Placeholder): SQL | undefined {
  switch (listing) {
    case 'mine':
    case 'theirs':
      return role === 'admin'
        ? eqLiteral(adRequests.state, 'pending')
        : and(openWith(role, listing), gt(adRequests.closesAt, now))
    case 'agreed':
      return isAgreed
    case 'closed':
      return and(isNotAgreed, lte(adRequests.closesAt, now))
    case 'all':
      return undefined
  }
}

function openWith(side: Side, listing: 'mine' | 'theirs'): SQL | undefined {
  const turn = listing === 'mine' ? side : otherSide(side)
  return and(eqLiteral(adRequests.state, 'pending'), eqLiteral(adRequests.turn, turn))
}

function beforeId({ afterId }: Slots<Values>, paged: boolean): SQL | undefined {
  return paged ? sql`${adRequests.id} < ${afterId}` : undefined
}

function afterKey({ afterTime, afterId }: Slots<Values>, paged: boolean, than: SQL): SQL | undefined {
  return paged
    ? sql`(${adRequests.closesAt}, ${adRequests.id}) ${than} (${afterTime}, ${afterId})`
    : undefined
}
