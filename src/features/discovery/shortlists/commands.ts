import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import {
  expectOneRow,
  expectThat,
  mutation,
  onConflict,
  returnedId,
  write,
} from '../../../platform/db/write.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { shortlistMembers, shortlists } from '../schema.ts'
import { MAX_MEMBERS, MAX_SHORTLISTS } from './shortlist.ts'

/** Creates a shortlist with its first members and returns its id. */
export async function createShortlist(
  db: Database,
  sponsor: UserId,
  { name, influencerId: ids }: { name: string; influencerId: readonly UserId[] },
  now: number,
): Promise<Result<ShortlistId, 'taken' | 'too_many'>> {
  const row = { sponsorId: sponsor, name, createdAt: now }
  const newest = sql<ShortlistId>`(select max(id) from ${shortlists} where sponsor_id = ${sponsor})`
  const saved = await write(db, [
    expectThat(
      'too_many',
      sql`(select count(*) from ${shortlists} where sponsor_id = ${sponsor}) < ${MAX_SHORTLISTS}`,
    ),
    onConflict('taken', mutation.insert(shortlists).values(row).returning({ id: shortlists.id })),
    insertMembers(newest, ids, now),
  ])
  return saved.ok ? ok(returnedId(saved.value[1])) : saved
}

/**
 * Returns how many were not on the shortlist before. Refuses if the sponsor has no such shortlist (`gone`), if none
 * of the influencers is available (`unavailable`), or if they do not all fit (`full`).
 */
export async function addMembers(
  db: Database,
  sponsor: UserId,
  id: ShortlistId,
  ids: readonly UserId[],
  now: number,
): Promise<Result<number, 'gone' | 'unavailable' | 'full'>> {
  const members = sql`select count(*) from ${shortlistMembers} where shortlist_id = ${id}`
  const saved = await write(db, [
    expectThat('gone', isOwn(sponsor, id)),
    insertMembers(sql`${id}`, ids, now),
    expectThat('unavailable', sql`(${members} and influencer_id in ${inList(ids)}) > 0`),
    expectThat('full', sql`(${members}) <= ${MAX_MEMBERS}`),
  ])
  return saved.ok ? ok(saved.value[1]?.rowsAffected ?? 0) : saved
}

/** Ignores influencers who are not on the shortlist. Refuses if there is no such shortlist (`gone`). */
export function removeMembers(db: Database, sponsor: UserId, id: ShortlistId, ids: readonly UserId[]) {
  return write(db, [
    expectThat('gone', isOwn(sponsor, id)),
    sql`delete from ${shortlistMembers} where shortlist_id = ${id} and influencer_id in ${inList(ids)}`,
  ])
}

/** Refuses if there is no such shortlist or member (`gone`). */
export function saveNote(
  db: Database,
  sponsor: UserId,
  { id, influencer, note }: { id: ShortlistId; influencer: UserId; note: string },
) {
  const member = and(
    eq(shortlistMembers.shortlistId, id),
    eq(shortlistMembers.influencerId, influencer),
    isOwn(sponsor, id),
  )
  return write(db, [mutation.update(shortlistMembers).set({ note }).where(member), expectOneRow('gone')])
}

/**
 * Refuses if there is no such shortlist (`gone`), another one has the name (`taken`), or it has been renamed since
 * it was loaded (`conflict`).
 */
export function renameShortlist(
  db: Database,
  sponsor: UserId,
  id: ShortlistId,
  { name, version }: { name: string; version: number },
) {
  const rename = mutation
    .update(shortlists)
    .set({ name, version: version + 1 })
    .where(and(own(sponsor, id), eq(shortlists.version, version)))
  return write(db, [
    expectThat('gone', isOwn(sponsor, id)),
    onConflict('taken', rename),
    expectOneRow('conflict'),
  ])
}

/** Also deletes the notes. Refuses if there is no such shortlist (`gone`). */
export function deleteShortlist(db: Database, sponsor: UserId, id: ShortlistId) {
  return write(db, [mutation.delete(shortlists).where(own(sponsor, id)), expectOneRow('gone')])
}

// Suspended and flagged influencers cannot be found, so they cannot be added either.
function insertMembers(list: SQL, ids: readonly UserId[], now: number): SQL {
  return sql`insert into ${shortlistMembers} (shortlist_id, influencer_id, added_at)
    select ${list}, user_id, ${now} from ${influencers} join ${users} on ${users.id} = user_id
    where user_id in ${inList(ids)} and status = 'active' and flagged_at is null
    on conflict do nothing`
}

function inList(ids: readonly UserId[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`
}

function own(sponsor: UserId, id: ShortlistId): SQL | undefined {
  return and(eq(shortlists.id, id), eq(shortlists.sponsorId, sponsor))
}

function isOwn(sponsor: UserId, id: ShortlistId): SQL {
  return sql`exists (select 1 from ${shortlists} where id = ${id} and sponsor_id = ${sponsor})`
}
