import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { expectOneRow, expectThat, mutation, write } from '../../../platform/db/write.ts'
import { sortKeyBeforeSql } from '../../../platform/search/cursor.ts'
import { OPEN_END } from '../../../platform/search/match.ts'
import { resolvePrefix, tableOf, withinBounds } from '../../../platform/search/scan.ts'
import { descending } from '../../../platform/search/search-index.ts'
import { NOTHING } from '../../../platform/search/terms.ts'
import type { SavedSearchId, UserId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { MAX_NEW_MATCHES, MAX_SAVED_SEARCHES } from '../saved-search.ts'
import { savedSearches } from '../schema.ts'
import type { Kind, SavedQuery } from './saved-kind.ts'
import { type KindName, kinds } from './saved-kinds.ts'

export type SavedRow = Awaited<ReturnType<typeof selectSaved>>[number]

/** What is stored for a search. One select reads a user's searches and counts their new matches by the criteria. */
export interface Stored {
  /** The query string. */
  readonly query: string
  /** As JSON; null if nothing can match. It may contain `OPEN_END`, which is resolved when it is stored. */
  readonly criteria: string | null
  readonly lastWord: string
}

export function toStored({ href, match, bounds }: SavedQuery): Stored {
  return {
    query: href.split('?')[1] ?? '',
    criteria: match && JSON.stringify({ match: match.all, ...bounds }),
    lastWord: match?.lastWord ?? NOTHING,
  }
}

/** Whether stored criteria fit the index as it is defined today. */
export function isCurrent(stored: string | null, { criteria }: Stored): boolean {
  return ['', ' *'].some((end) => stored === (criteria?.replaceAll(OPEN_END, end) ?? null))
}

/** A user's saved searches, newest first. `newMatches` stops at one more than `MAX_NEW_MATCHES`. */
export const selectSaved = prepared((orm, { user, now }: Slots<{ user: UserId; now: number }>) =>
  orm
    .select({ ...columns, newMatches: sql<number>`case kind ${sql.join(counts(sql`${now}`), sql` `)} end` })
    .from(savedSearches)
    .where(eq(savedSearches.userId, user))
    .orderBy(desc(savedSearches.id))
    .limit(MAX_SAVED_SEARCHES),
)

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

interface NewSearch extends Stored {
  readonly kind: KindName
  readonly name: string
}

/** Returns false if the user had saved it before. Refuses with `too_many` above `MAX_SAVED_SEARCHES`. */
export async function saveSearch(
  db: Database,
  user: UserId,
  { kind, name, ...stored }: NewSearch,
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
        criteria: criteriaFor(kind, stored),
        createdAt: now,
        seenAt: now,
      })
      .onConflictDoNothing(),
  ])
  return saved.ok ? ok(saved.value[1]?.rowsAffected === 1) : saved
}

/**
 * Marks all matches as seen and stores the current criteria, in case the index has changed. Refuses with `gone` if the
 * search is not theirs.
 */
export function visitSearch(
  db: Database,
  user: UserId,
  { id, kind, ...stored }: { id: SavedSearchId; kind: KindName } & Stored,
  now: number,
) {
  const seen = { seenAt: sql`max(seen_at, ${now})`, criteria: criteriaFor(kind, stored) }
  return write(db, [mutation.update(savedSearches).set(seen).where(own(user, id)), expectOneRow('gone')])
}

/** Refuses with `gone` if the search is not theirs. */
export function removeSearch(db: Database, user: UserId, id: SavedSearchId) {
  return write(db, [mutation.delete(savedSearches).where(own(user, id)), expectOneRow('gone')])
}

// Resolved when the search is stored, because libSQL returns wrong rows if a MATCH depends on the row.
function criteriaFor(kind: KindName, { criteria, lastWord }: Stored) {
  return criteria && resolvePrefix(tableOf(kinds[kind].index, 'newest'), criteria, lastWord)
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

function countNew({ index, joins, isNew }: Kind, now: SQL): SQL {
  const table = tableOf(index, 'newest')
  const criterion = (name: string) => sql.raw(`(saved_searches.criteria ->> '$.${name}')`)
  const since = sql.raw('saved_searches.seen_at')
  const found = sql`select 1 from ${table} ${joins(table)}
    where ${table} match coalesce(${criterion('match')}, ${sql.raw(`'${NOTHING}'`)})
      and ${table}.rowid < ${oldestNew} and ${isNew(since, now)} and ${withinBounds(index, criterion)}`
  return sql`(select count(*) from (${found} limit ${sql.raw(String(MAX_NEW_MATCHES + 1))}))`
}

// Sort keys are in whole seconds, so this includes the second of the last visit.
const oldestNew = sortKeyBeforeSql(descending(sql`saved_searches.seen_at / 1000 - 1`))
