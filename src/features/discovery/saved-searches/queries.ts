import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { expectOneRow, expectThat, mutation, write } from '../../../platform/db/write.ts'
import type { SavedSearchId, UserId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { isCommon } from '../index/scan.ts'
import { MAX_NEW_MATCHES, MAX_SAVED_SEARCHES } from '../saved-search.ts'
import { savedSearches } from '../schema.ts'
import type { Kind, Looked } from './saved-kind.ts'
import { type KindName, kinds } from './saved-kinds.ts'

export type SavedRow = Awaited<ReturnType<typeof selectSaved>>[number]

/** What is stored of a search. With its criteria, the news of a whole list are counted where the list is read. */
export interface Stored {
  /** The address, after the question mark. */
  readonly query: string
  /** As JSON; null for what could never be found. */
  readonly criteria: string | null
  /** Where this word is common as it stands, these criteria instead: `matchOf` says why. */
  readonly whole: { readonly lastWord: string; readonly criteria: string } | null
}

export function toStored({ href, match, criteria }: Looked): Stored {
  const asJson = (all: string | null) => JSON.stringify({ match: all, ...criteria })
  return {
    query: href.split('?')[1] ?? '',
    criteria: match && asJson(match.all),
    whole: match?.lastWord ? { lastWord: match.lastWord, criteria: asJson(match.wholeAll) } : null,
  }
}

/** Whether these are the criteria of a search as it is read today. */
export function isOfToday(criteria: string | null, { criteria: usual, whole }: Stored): boolean {
  return criteria === usual || criteria === whole?.criteria
}

/** Somebody's saved searches, the latest first, each with how many are new: at most one more than are counted. */
export const selectSaved = prepared((orm, { user, now }: Slots<{ user: UserId; now: number }>) =>
  orm
    .select({ ...columns, news: sql<number>`case kind ${sql.join(counts(sql`${now}`), sql` `)} end` })
    .from(savedSearches)
    .where(eq(savedSearches.userId, user))
    .orderBy(desc(savedSearches.id))
    .limit(MAX_SAVED_SEARCHES),
)

/** One of somebody's saved searches. */
export const selectOneSaved = prepared((orm, { user, id }: Slots<{ user: UserId; id: SavedSearchId }>) =>
  orm.select(columns).from(savedSearches).where(own(user, id)),
)

const columns = {
  id: savedSearches.id,
  kind: savedSearches.kind,
  name: savedSearches.name,
  query: savedSearches.query,
  criteria: savedSearches.criteria,
  seenAt: savedSearches.seenAt,
}

interface New extends Stored {
  readonly kind: KindName
  readonly name: string
}

/**
 * Saves a search, and gives whether it was not saved before: then it stays as it is. Refuses one more than somebody
 * may have (`too_many`).
 */
export async function saveSearch(
  db: Database,
  user: UserId,
  { kind, name, ...stored }: New,
  now: number,
): Promise<Result<boolean, 'too_many'>> {
  const { query } = stored
  const theirs = sql`from ${savedSearches} where user_id = ${user}`
  const saved = await write(db, [
    expectThat(
      'too_many',
      sql`(select count(*) ${theirs}) < ${MAX_SAVED_SEARCHES}
        or exists (select 1 ${theirs} and kind = ${kind} and query = ${query})`,
    ),
    mutation
      .insert(savedSearches)
      .values({
        userId: user,
        kind,
        name,
        query,
        criteria: chosen(kind, stored),
        createdAt: now,
        seenAt: now,
      })
      .onConflictDoNothing(),
  ])
  return saved.ok ? ok(saved.value[1]?.rowsAffected === 1) : saved
}

/**
 * Notes that all of a search has been seen until now, with its criteria of today, should indexes be asked otherwise
 * than when it was saved. Refuses one that is not there or not theirs (`gone`).
 */
export function visitSearch(
  db: Database,
  user: UserId,
  { id, kind, ...stored }: { id: SavedSearchId; kind: KindName } & Stored,
  now: number,
) {
  const seen = { seenAt: sql`max(seen_at, ${now})`, criteria: chosen(kind, stored) }
  return write(db, [mutation.update(savedSearches).set(seen).where(own(user, id)), expectOneRow('gone')])
}

/** Refuses one that is not there or not theirs (`gone`). */
export function removeSearch(db: Database, user: UserId, id: SavedSearchId) {
  return write(db, [mutation.delete(savedSearches).where(own(user, id)), expectOneRow('gone')])
}

// Chosen when it is stored: a MATCH that is chosen for each row of a list finds wrong rows in libSQL.
function chosen(kind: KindName, { criteria, whole }: Stored) {
  if (criteria === null || whole === null) return criteria
  return sql<string>`iif(${isCommon(kinds[kind].index, whole.lastWord)}, ${whole.criteria}, ${criteria})`
}

function own(
  user: UserId | Slots<{ user: UserId }>['user'],
  id: SavedSearchId | Slots<{ id: SavedSearchId }>['id'],
) {
  return and(eq(savedSearches.id, id), eq(savedSearches.userId, user))
}

function counts(now: SQL): SQL[] {
  return Object.entries(kinds).map(
    ([name, kind]) => sql`when ${sql.raw(`'${name}'`)} then ${countNew(kind, now)}`,
  )
}

// What came in the second of the last visit may have come after it, so that places are looked at from there.
function countNew({ newSince }: Kind, now: SQL): SQL {
  const criterion = (name: string) => sql.raw(`(saved_searches.criteria ->> '$.${name}')`)
  const some = newSince({
    match: sql`coalesce(${criterion('match')}, ${NOTHING})`,
    criterion,
    before: sql.raw('((17179869183 - saved_searches.seen_at / 1000 + 1) * 268435456)'),
    since: sql.raw('saved_searches.seen_at'),
    now,
  })
  return sql`(select count(*) from (${some} limit ${sql.raw(String(MAX_NEW_MATCHES + 1))}))`
}

// A word that no index holds: an index refuses to be asked for nothing at all.
const NOTHING = sql.raw(`'"' || char(57344) || '"'`)
