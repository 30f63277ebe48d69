import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../platform/db/database.ts'
import { type IndexOrder, matchIn, readAlong } from '../../../platform/list/index-order.ts'
import { countUpTo, type ListContext, type ListSource, selectCount } from '../../../platform/list/source.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import { tableOf } from '../../../platform/search/scan.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import type { ReportReason } from '../reasons.ts'
import { abuseCases, abuseReports } from '../schema.ts'
import { caseIndex } from './case-index.ts'
import { type CaseSearch, type CaseTab, caseSearch } from './filters.ts'

export type CaseListRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Cases. A query matches words in the name of what was reported and of its owner. */
export const cases: ListSource<CaseListRow, CaseSearch> = {
  select: ({ db, viewer }, search, after, limit) => selectCases(db, viewer.id, search, after, limit),
  count: ({ db, viewer }, search) => countCases(db, viewer.id, search),
  find: ({ db }, ids) => selectByIds(db, ids),
  tabs: (context) => countTabs(context),
  cursorOf: ({ sortKey }) => sortKey,
}

/** Each order is the one of a full-text table, forward or backward. */
const orders: Record<CaseSearch['sort'], IndexOrder> = {
  weight: { table: tableOf(caseIndex, 'weight') },
  newest: { table: tableOf(caseIndex, 'time') },
  oldest: { table: tableOf(caseIndex, 'time'), isBackward: true },
}

/** One page of cases, after the sort key of the last row before; null if nothing can match. */
export function selectCases(
  db: Database,
  viewerId: UserId,
  search: CaseSearch,
  after: string | null,
  limit: number,
) {
  const { table } = orders[search.sort]
  const match = matching(table, search, viewerId)
  if (match === null) return null
  const { sortKey, isAfter, orderBy } = readAlong(orders[search.sort], after)
  return db.orm
    .select(rowWith(sortKey))
    .from(table)
    .crossJoin(abuseCases)
    .crossJoin(owner)
    .leftJoin(assignee, eq(assignee.id, abuseCases.assigneeId))
    .where(and(match, isAfter, eq(abuseCases.id, idAt(table)), eq(owner.id, abuseCases.ownerId)))
    .orderBy(orderBy)
    .limit(limit)
}

/** The open cases at the top of the list. */
export function selectMostUrgentCases(db: Database, limit: number) {
  const { table } = orders.weight
  return db.orm
    .select({
      id: abuseCases.id,
      subject: abuseCases.subject,
      title: abuseCases.title,
      reportCount: abuseCases.reportCount,
      reportedAt: abuseCases.reportedAt,
    })
    .from(table)
    .crossJoin(abuseCases)
    .where(and(isInTab(table, 'open'), eq(abuseCases.id, idAt(table))))
    .orderBy(sql`${table}.rowid`)
    .limit(limit)
}

export function countCases(db: Database, viewerId: UserId, search: CaseSearch) {
  const { table } = orders[search.sort]
  const match = matching(table, search, viewerId)
  return match && selectCount(db, sql`select 1 from ${table} where ${match}`)
}

function selectByIds(db: Database, ids: readonly number[]) {
  return db.orm
    .select(rowWith(sql<string>`''`))
    .from(abuseCases)
    .innerJoin(owner, eq(owner.id, abuseCases.ownerId))
    .leftJoin(assignee, eq(assignee.id, abuseCases.assigneeId))
    .where(inArray(sql`${abuseCases.id}`, [...ids]))
}

/** Only of the open ones: those are waiting. */
function countTabs({ db, viewer }: ListContext) {
  const { table } = orders.weight
  const counted = (tab: CaseTab) =>
    countUpTo(sql`select 1 from ${table} where ${isInTab(table, tab, viewer.id)}`, 100)
  return db.orm
    .select({ open: counted('open'), mine: counted('mine'), unassigned: counted('unassigned') })
    .from(sql`(select 1)`)
}

function isInTab(table: SQL, tab: CaseTab, viewerId?: UserId): SQL {
  return matching(table, { ...caseSearch.fromText(''), tab }, viewerId) ?? sql`false`
}

function matching(table: SQL, search: CaseSearch, viewerId?: UserId): SQL | null {
  const isMine = search.tab === 'mine'
  return matchIn(caseIndex, table, isMine ? { ...search, tab: 'open', assignee: viewerId } : search)
}

const owner = alias(users, 'owner')
const assignee = alias(users, 'assignee')

const rowWith = (sortKey: SQL<string>) => ({
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
  hasDoubtful: abuseCases.hasDoubtful,
  sortKey,
})
