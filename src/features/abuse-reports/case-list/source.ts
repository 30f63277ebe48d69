import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { containsAllWords, wordsToFind } from '../../../platform/db/contains-all-words.ts'
import type { Database } from '../../../platform/db/database.ts'
import { countUpTo, cursorNumbers, type ListContext, type ListSource } from '../../../platform/list/source.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import type { ReportReason } from '../reasons.ts'
import { abuseCases, abuseReports } from '../schema.ts'
import type { CaseSearch, CaseTab } from './filters.ts'

export type CaseListRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Cases. A query matches words in the name of what was reported and of its owner. */
export const cases: ListSource<CaseListRow, CaseSearch> = {
  select: ({ db, viewer }, search, after, limit) => selectCases(db, viewer.id, search, after, limit),
  count: ({ db, viewer }, search) => countCases(db, viewer.id, search),
  find: ({ db }, ids) => selectByIds(db, ids),
  tabs: (context) => countTabs(context),
  cursorOf: ({ id, weight, openedAt, closedAt }, { sort, tab }) =>
    `${sort === 'weight' ? weight : tab === 'closed' ? closedAt : openedAt}_${id}`,
}

/** One page of cases, in the order of an index. */
export function selectCases(
  db: Database,
  viewerId: UserId,
  search: CaseSearch,
  after: string | null,
  limit: number,
) {
  const key = sortColumn(search)
  const cursor = cursorNumbers(after, 2)
  const isAscending = search.sort === 'oldest'
  const comparison = isAscending ? sql`>` : sql`<`
  const fromCursor = cursor && sql`(${key}, ${abuseCases.id}) ${comparison} (${cursor[0]}, ${cursor[1]})`
  const direction = isAscending ? sql`asc` : sql`desc`
  return db.orm
    .select(row)
    .from(abuseCases)
    .innerJoin(owner, eq(owner.id, abuseCases.ownerId))
    .leftJoin(assignee, eq(assignee.id, abuseCases.assigneeId))
    .where(and(matching(search, viewerId), fromCursor ?? undefined))
    .orderBy(sql`${key} ${direction}`, sql`${abuseCases.id} ${direction}`)
    .limit(limit)
}

/** The open cases at the top of the list. */
export function selectMostUrgentCases(db: Database, limit: number) {
  return db.orm
    .select({
      id: abuseCases.id,
      subject: abuseCases.subject,
      title: abuseCases.title,
      reportCount: abuseCases.reportCount,
      reportedAt: abuseCases.reportedAt,
    })
    .from(abuseCases)
    .where(sql`${abuseCases.state} = 'open'`)
    .orderBy(sql`${abuseCases.weight} desc`, sql`${abuseCases.id} desc`)
    .limit(limit)
}

export function countCases(db: Database, viewerId: UserId, search: CaseSearch) {
  const where = matching(search, viewerId)
  // Only words are looked for in the owner's name.
  const withOwner =
    search.query === '' ? sql`` : sql` join ${users} owner on owner.id = ${abuseCases.ownerId}`
  const rows = sql`select 1 from ${abuseCases}${withOwner} where ${where}`
  return db.orm.select({ count: countUpTo(rows) }).from(sql`(select 1)`)
}

function selectByIds(db: Database, ids: readonly number[]) {
  return db.orm
    .select(row)
    .from(abuseCases)
    .innerJoin(owner, eq(owner.id, abuseCases.ownerId))
    .leftJoin(assignee, eq(assignee.id, abuseCases.assigneeId))
    .where(inArray(sql`${abuseCases.id}`, [...ids]))
}

/** Only of the open ones: those are waiting. */
function countTabs({ db, viewer }: ListContext) {
  const counted = (tab: CaseTab) =>
    countUpTo(sql`select 1 from ${abuseCases} where ${isInTab(tab, viewer.id)}`, 100)
  return db.orm
    .select({ open: counted('open'), mine: counted('mine'), unassigned: counted('unassigned') })
    .from(sql`(select 1)`)
}

const owner = alias(users, 'owner')
const assignee = alias(users, 'assignee')

const row = {
  id: abuseCases.id,
  subject: abuseCases.subject,
  title: abuseCases.title,
  state: abuseCases.state,
  measure: abuseCases.measure,
  weight: abuseCases.weight,
  reportCount: abuseCases.reportCount,
  openedAt: abuseCases.openedAt,
  reportedAt: abuseCases.reportedAt,
  closedAt: abuseCases.closedAt,
  ownerName: owner.displayName,
  assigneeId: abuseCases.assigneeId,
  assigneeName: sql<string | null>`${assignee.displayName}`,
  /** As a JSON list. */
  reasons:
    sql<string>`(select json_group_array(distinct reason) from ${abuseReports} where case_id = ${abuseCases.id})`.mapWith(
      (json: string): ReportReason[] => JSON.parse(json),
    ),
  hasDoubtful: sql`${isDoubtful()}`.mapWith(Boolean),
}

// Literals, because SQLite must see that the partial indexes apply.
function isInTab(tab: CaseTab, viewerId: UserId): SQL {
  const isOpen = sql`${abuseCases.state} = 'open'`
  switch (tab) {
    case 'open':
      return isOpen
    case 'mine':
      return sql`${isOpen} and ${abuseCases.assigneeId} = ${viewerId}`
    case 'unassigned':
      return sql`${isOpen} and ${abuseCases.assigneeId} is null`
    case 'closed':
      return sql`${abuseCases.state} <> 'open'`
  }
}

/**
 * Words, kinds, reasons and reporters are looked for in this many cases, the first in the order of the list. Without a
 * limit, a rare one would read all cases that were ever closed.
 */
export const MAX_SEARCHED = 10_000

function matching(search: CaseSearch, viewerId: UserId): SQL | undefined {
  const tab = isInTab(search.tab, viewerId)
  return and(tab, ...filtersOf(search), readsEachCase(search) ? isSearched(search, tab) : undefined)
}

// One person's cases are found by an index.
function readsEachCase({ query, kind, reason, reporters, owner: ownerId, reporter }: CaseSearch): boolean {
  const isOfPerson = ownerId !== null || reporter !== null
  return !isOfPerson && (query !== '' || kind !== null || reason !== null || reporters !== null)
}

function isSearched(search: CaseSearch, tab: SQL): SQL {
  const key = sortColumn(search)
  const [direction, comparison, beyond] =
    search.sort === 'oldest' ? [sql`asc`, sql`<=`, sql`9e18`] : [sql`desc`, sql`>=`, sql`-1`]
  return sql`(${key}, ${abuseCases.id}) ${comparison} (select * from (select ${key}, ${abuseCases.id} from ${abuseCases}
    where ${tab} order by ${key} ${direction}, ${abuseCases.id} ${direction}
    limit 1 offset ${sql.raw(String(MAX_SEARCHED - 1))}) union all select ${beyond}, ${beyond} limit 1)`
}

function sortColumn({ sort, tab }: CaseSearch) {
  if (sort === 'weight') return abuseCases.weight
  return tab === 'closed' ? abuseCases.closedAt : abuseCases.openedAt
}

function filtersOf({ query, kind, reason, reporters, owner: ownerId, reporter }: CaseSearch): SQL[] {
  const has = (condition: SQL) =>
    sql`exists (select 1 from ${abuseReports} where case_id = ${abuseCases.id} and ${condition})`
  return [
    query !== '' && containsAllWords([abuseCases.title, owner.displayName], wordsToFind(query)),
    kind && sql`+${abuseCases.subject} = ${kind}`,
    reason && has(sql`reason = ${reason}`),
    reporters && (reporters === 'doubtful' ? isDoubtful() : sql`not ${isDoubtful()}`),
    // One person's cases are few, so these are found first and then sorted.
    ownerId && sql`${abuseCases.ownerId} = ${ownerId}`,
    reporter &&
      sql`${abuseCases.id} in (select case_id from ${abuseReports} where reporter_id = ${reporter})`,
  ].filter((filter) => typeof filter === 'object' && filter !== null)
}

/** Whether one of the reporters has ever reported in bad faith. */
function isDoubtful(): SQL {
  return sql`exists (select 1 from ${abuseReports} theirs
    join ${abuseReports} bad on bad.reporter_id = theirs.reporter_id and bad.outcome = 'abusive'
    where theirs.case_id = ${abuseCases.id})`
}
