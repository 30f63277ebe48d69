import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { mutation } from '../../../platform/db/write.ts'
import { MAX_ERASED, type Owner, type PersonalRecord } from '../../../platform/personal-data/record.ts'
import { all, byKey, isoTime, PAGE } from '../../../platform/personal-data/rows.ts'
import { users } from '../../accounts/schema.ts'
import { savedSearches, shortlistMembers, shortlists } from '../schema.ts'

const lists: PersonalRecord = {
  file: 'shortlists',
  onlyFor: 'sponsor',
  holds: 'Your shortlists.',
  tables: [shortlists],
  read: all(selectLists, ({ createdAt, ...row }) => ({ ...row, createdAt: isoTime(createdAt) })),
  erasure: {
    kind: 'delete',
    why: 'Your shortlists are deleted.',
    // After their members, which may be many.
    statements: ({ id }) => [
      mutation
        .delete(shortlists)
        .where(
          and(
            eq(shortlists.sponsorId, id),
            sql`not exists (select 1 from ${shortlistMembers} where shortlist_id = ${shortlists.id})`,
          ),
        ),
    ],
  },
}

const members: PersonalRecord = {
  file: 'shortlist-members',
  holds: 'The influencers on your shortlists, with your notes about them.',
  tables: [shortlistMembers],
  read: byKey(selectMembers, ({ addedAt, ...row }) => ({ ...row, addedAt: isoTime(addedAt) })),
  erasure: {
    kind: 'delete',
    why: 'Your notes about influencers are deleted. You disappear from the shortlists of others, with their notes about you.',
    statements: ({ id }) => [
      mutation.delete(shortlistMembers).where(
        sql`rowid in (select member.rowid from ${shortlists} list
          join ${shortlistMembers} member on member.shortlist_id = list.id
          where list.sponsor_id = ${id} limit ${MAX_ERASED})`,
      ),
      mutation
        .delete(shortlistMembers)
        .where(
          sql`rowid in (select rowid from ${shortlistMembers} where influencer_id = ${id} limit ${MAX_ERASED})`,
        ),
    ],
  },
}

const searches: PersonalRecord = {
  file: 'saved-searches',
  holds: 'Your saved searches.',
  tables: [savedSearches],
  read: all(selectSearches, ({ createdAt, seenAt, ...row }) => ({
    ...row,
    createdAt: isoTime(createdAt),
    seenAt: isoTime(seenAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Your saved searches are deleted.',
    statements: ({ id }) => [mutation.delete(savedSearches).where(eq(savedSearches.userId, id))],
  },
}

export const personalData = [lists, members, searches]

function selectLists({ db, userId }: Owner) {
  const { id, name, createdAt } = shortlists
  return db.orm.select({ id, name, createdAt }).from(shortlists).where(eq(shortlists.sponsorId, userId))
}

function selectMembers({ db, userId }: Owner, after: number) {
  const own = db.orm.select({ id: shortlists.id }).from(shortlists).where(eq(shortlists.sponsorId, userId))
  const key = sql<number>`${shortlistMembers}.rowid`
  return db.orm
    .select({
      key,
      shortlistId: shortlistMembers.shortlistId,
      influencerId: shortlistMembers.influencerId,
      influencer: users.displayName,
      note: shortlistMembers.note,
      addedAt: shortlistMembers.addedAt,
    })
    .from(shortlistMembers)
    .innerJoin(users, eq(users.id, shortlistMembers.influencerId))
    .where(and(inArray(shortlistMembers.shortlistId, own), sql`${key} > ${after}`))
    .orderBy(asc(key))
    .limit(PAGE)
}

function selectSearches({ db, userId }: Owner) {
  const { kind, name, query, createdAt, seenAt } = savedSearches
  return db.orm
    .select({ kind, name, query, createdAt, seenAt })
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
}
