import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import type { FoundInfluencer } from '../influencers/queries.ts'
import { shortlistMembers, shortlists } from '../schema.ts'
import { MAX_SELECTED } from '../selection.ts'
import { MAX_SHORTLISTS } from './shortlist.ts'

export type Shortlist = Awaited<ReturnType<typeof selectShortlists>>[number]

/** For suspended and flagged influencers, only the name and the sponsor's note are shown. */
export type Member = { readonly id: UserId; readonly name: string; readonly note: string } & (
  | { readonly isAvailable: true; readonly influencer: FoundInfluencer }
  | { readonly isAvailable: false }
)

/** The selected influencers who are available, and the shortlists that they can be added to. */
export interface ShortlistChoice {
  readonly selected: readonly { readonly id: UserId; readonly name: string }[]
  readonly shortlists: readonly Shortlist[]
}

/** One round trip. */
export async function findChoice(
  db: Database,
  sponsor: UserId,
  ids: readonly UserId[],
): Promise<ShortlistChoice> {
  const [lists, selected] = await db.read([
    selectShortlists(db, { sponsor }),
    selectAvailable(db, { ids: JSON.stringify(ids) }),
  ])
  return { shortlists: lists, selected }
}

export interface WithMembers {
  readonly shortlist: Shortlist
  readonly members: Page<Member>
}

/** Null if the sponsor has no such shortlist. One round trip. */
export async function findShortlist(
  db: Database,
  sponsor: UserId,
  id: ShortlistId,
  after: readonly number[] | null,
): Promise<WithMembers | null> {
  const [addedAt = LAST, influencerId = LAST] = after ?? []
  const [[shortlist], rows] = await db.read([
    selectShortlist(db, { sponsor, id }),
    selectMembers(db, { sponsor, id, addedAt, influencerId }),
  ])
  return shortlist ? { shortlist, members: pageOfMembers(rows) } : null
}

/** The first page of a shortlist, and all of the sponsor's shortlists, to compare names with. */
export async function findShortlistAmongAll(
  db: Database,
  sponsor: UserId,
  id: ShortlistId,
): Promise<(WithMembers & { all: readonly Shortlist[] }) | null> {
  const [all, rows] = await db.read([
    selectShortlists(db, { sponsor }),
    selectMembers(db, { sponsor, id, addedAt: LAST, influencerId: LAST }),
  ])
  const shortlist = all.find((list) => list.id === id)
  return shortlist ? { shortlist, members: pageOfMembers(rows), all } : null
}

export const selectShortlists = prepared((orm, { sponsor }: Slots<{ sponsor: UserId }>) =>
  orm
    .select(columns)
    .from(shortlists)
    .where(eq(shortlists.sponsorId, sponsor))
    .orderBy(sql`lower(${shortlists.name})`)
    .limit(MAX_SHORTLISTS),
)

const selectShortlist = prepared((orm, { sponsor, id }: Slots<{ sponsor: UserId; id: ShortlistId }>) =>
  orm
    .select(columns)
    .from(shortlists)
    .where(and(eq(shortlists.id, id), eq(shortlists.sponsorId, sponsor))),
)

interface MembersAfter {
  sponsor: UserId
  id: ShortlistId
  addedAt: number
  influencerId: number
}

// Newest first.
export const selectMembers = prepared((orm, { sponsor, id, addedAt, influencerId }: Slots<MembersAfter>) =>
  orm
    .select(memberColumns)
    .from(shortlistMembers)
    .innerJoin(shortlists, eq(shortlists.id, shortlistMembers.shortlistId))
    .innerJoin(influencers, eq(influencers.userId, shortlistMembers.influencerId))
    .innerJoin(users, eq(users.id, influencers.userId))
    .where(
      and(
        eq(shortlistMembers.shortlistId, id),
        eq(shortlists.sponsorId, sponsor),
        sql`(${shortlistMembers.addedAt}, ${shortlistMembers.influencerId}) < (${addedAt}, ${influencerId})`,
      ),
    )
    .orderBy(desc(shortlistMembers.addedAt), desc(shortlistMembers.influencerId))
    .limit(PAGE_SIZE + 1),
)

/** The influencers with these ids, a JSON array, who are publicly visible. */
export const selectAvailable = prepared((orm, { ids }: Slots<{ ids: string }>) =>
  orm
    .select({ id: users.id, name: users.displayName })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.userId))
    .where(
      and(
        sql`${influencers.userId} in (select value from json_each(${ids}))`,
        isNull(influencers.flaggedAt),
        eqLiteral(users.status, 'active'),
      ),
    )
    .orderBy(asc(influencers.userId))
    .limit(MAX_SELECTED),
)

const LAST = Number.MAX_SAFE_INTEGER

const columns = {
  id: shortlists.id,
  name: shortlists.name,
  version: shortlists.version,
  members: sql<number>`(select count(*) from ${shortlistMembers} where shortlist_id = ${sql`${shortlists.id}`})`,
}

const memberColumns = {
  note: shortlistMembers.note,
  addedAt: shortlistMembers.addedAt,
  status: users.status,
  flaggedAt: influencers.flaggedAt,
  influencer: {
    id: users.id,
    name: users.displayName,
    category: influencers.category,
    niche: influencers.niche,
    country: influencers.country,
    reach: influencers.reach,
    followers: influencers.followers,
    engagementRate: influencers.engagementRate,
    lowestPrice: influencers.lowestPrice,
    rating: influencers.rating,
    ratingCount: influencers.ratingCount,
  },
}

type MemberRow = Awaited<ReturnType<typeof selectMembers>>[number]

function pageOfMembers(all: readonly MemberRow[]): Page<Member> {
  const { rows, next } = cutPage(all, PAGE_SIZE, (row) => [row.addedAt, row.influencer.id])
  return { rows: rows.map(toMember), next }
}

function toMember(row: MemberRow): Member {
  const { note, influencer, status, flaggedAt } = row
  const { id, name } = influencer
  return status === 'active' && flaggedAt === null
    ? { id, name, note, isAvailable: true, influencer }
    : { id, name, note, isAvailable: false }
}
