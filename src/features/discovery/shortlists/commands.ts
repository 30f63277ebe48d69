import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectOneRow, expectThat, mutation, onConflict, write } from '../../../platform/db/write.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { users } from '../../accounts/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { shortlistMembers, shortlists } from '../schema.ts'
import { MAX_MEMBERS, MAX_SHORTLISTS } from './shortlist.ts'

/**
 * Makes a list with who is on it from the start, and gives its id. Refuses a second list of a name (`taken`), and
 * one more than a sponsor may have (`too_many`).
 */
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
  return saved.ok ? ok(Number(saved.value[1]?.rows[0]?.id) as ShortlistId) : saved
}

/**
 * Puts influencers on a list and gives how many were not there before. Refuses when there is no such list of this
 * sponsor (`gone`), when none of them can be found any more (`nobody`), and, as a whole, what the list cannot
 * hold (`full`).
 */
export async function addMembers(
  db: Database,
  sponsor: UserId,
  id: ShortlistId,
  ids: readonly UserId[],
  now: number,
): Promise<Result<number, 'gone' | 'nobody' | 'full'>> {
  const members = sql`select count(*) from ${shortlistMembers} where shortlist_id = ${id}`
  const saved = await write(db, [
    expectThat('gone', isOwn(sponsor, id)),
    insertMembers(sql`${id}`, ids, now),
    expectThat('nobody', sql`(${members} and influencer_id in ${among(ids)}) > 0`),
    expectThat('full', sql`(${members}) <= ${MAX_MEMBERS}`),
  ])
  return saved.ok ? ok(saved.value[1]?.rowsAffected ?? 0) : saved
}

/** Takes influencers off a list; who is not on it stays so. Refuses when there is no such list (`gone`). */
export function removeMembers(db: Database, sponsor: UserId, id: ShortlistId, ids: readonly UserId[]) {
  return write(db, [
    expectThat('gone', isOwn(sponsor, id)),
    sql`delete from ${shortlistMembers} where shortlist_id = ${id} and influencer_id in ${among(ids)}`,
  ])
}

/** Writes a note beside a member. Refuses when there is no such list, or nobody like this on it (`gone`). */
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
 * Gives a list another name. Refuses when there is no such list (`gone`), when another one has the name
 * (`taken`), and when it was renamed since it was looked at (`changed_meanwhile`).
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
    expectOneRow('changed_meanwhile'),
  ])
}

/** Deletes a list for good, with its notes. Refuses when there is no such list (`gone`). */
export function deleteShortlist(db: Database, sponsor: UserId, id: ShortlistId) {
  return write(db, [mutation.delete(shortlists).where(own(sponsor, id)), expectOneRow('gone')])
}

// Who is suspended or flagged is not to be found, and so cannot be put on a list either.
function insertMembers(list: SQL, ids: readonly UserId[], now: number): SQL {
  return sql`insert into ${shortlistMembers} (shortlist_id, influencer_id, added_at)
    select ${list}, user_id, ${now} from ${influencers} join ${users} on ${users.id} = user_id
    where user_id in ${among(ids)} and status = 'active' and flagged_at is null
    on conflict do nothing`
}

function among(ids: readonly UserId[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`
}

function own(sponsor: UserId, id: ShortlistId): SQL | undefined {
  return and(eq(shortlists.id, id), eq(shortlists.sponsorId, sponsor))
}

function isOwn(sponsor: UserId, id: ShortlistId): SQL {
  return sql`exists (select 1 from ${shortlists} where id = ${id} and sponsor_id = ${sponsor})`
}
