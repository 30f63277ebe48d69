import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { readAlong } from '../../../platform/list/index-order.ts'
import { type ListSource, selectCount } from '../../../platform/list/source.ts'
import { idAt, sortKeyBefore } from '../../../platform/search/cursor.ts'
import { matchFor } from '../../../platform/search/match.ts'
import { resolvePrefix, tableOf } from '../../../platform/search/scan.ts'
import { NOTHING, term } from '../../../platform/search/terms.ts'
import { DAY } from '../../../shared/time.ts'
import { abuseCases } from '../../abuse-reports/schema.ts'
import { accountIndex } from '../../accounts/people/account-index.ts'
import { users } from '../../accounts/schema.ts'
import { events } from '../../activity/schema.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { auditIndex } from './audit-index.ts'
import { type AuditSearch, termsOf } from './search.ts'

export type AuditRow = Awaited<NonNullable<ReturnType<typeof selectAuditLog>>>[number]

/** The audit log. A query finds words in reasons, and people by the beginning of their names. */
export const auditLog: ListSource<AuditRow, AuditSearch> = {
  select: ({ db }, search, after, limit) => selectAuditLog(db, search, after, limit),
  count: ({ db }, search) => countAuditLog(db, search),
  cursorOf: ({ sortKey }) => sortKey,
}

/** One page of the audit log; null if nothing can match. */
export function selectAuditLog(db: Database, search: AuditSearch, after: string | null, limit: number) {
  const condition = matching(search)
  if (condition === null) return null
  // The rows of the table are in descending order of time, so the oldest come first from its end.
  const { sortKey, isAfter, orderBy } = readAlong({ table, isBackward: search.sort === 'oldest' }, after)
  return db.orm
    .select({ ...row, sortKey })
    .from(table)
    .crossJoin(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(condition, isAfter, eq(events.id, idAt(table))))
    .orderBy(orderBy)
    .limit(limit)
}

export function countAuditLog(db: Database, search: AuditSearch) {
  const condition = matching(search)
  return condition && selectCount(db, sql`select 1 from ${table} where ${condition}`)
}

const table = tableOf(auditIndex, 'newest')
const accounts = tableOf(accountIndex, 'newest')

function matching(search: AuditSearch): SQL | null {
  const terms = termsOf(search)
  if (terms === null) return null
  const filters = matchFor(auditIndex, terms)
  if (filters === null) return null
  const match = search.query === '' ? sql`${filters.all}` : matchOfWords(search.query, terms, filters.all)
  return match && sql`${table} match ${match}${since(search.from)}${until(search.until)}`
}

/** So many people with a name are looked for, the newest accounts first. */
const MAX_PEOPLE = 50

const PEOPLE = '{people}'

/** Finds events with all words in their reasons, and those by or about people with such a name. */
function matchOfWords(query: string, terms: object, filters: string): SQL | null {
  const words = matchFor(auditIndex, { query })
  const people = matchFor(accountIndex, { query })
  if (words === null || people === null) return null
  const hasFilters = Object.values(terms).some((value) => value !== null && value !== '')
  const match = `${hasFilters ? `(${filters}) AND ` : ''}((${words.all}) OR (${PEOPLE}))`
  const ids = sql`select ${idAt(accounts)} as id from ${accounts}
    where ${accounts} match ${resolvePrefix(accounts, people.all, people.lastWord)} limit ${sql.raw(String(MAX_PEOPLE))}`
  const [about, by] = [term('thing', 'user_'), term('actor', '')]
  const each = sql.raw(`'"${about}' || id || '" OR "${by}' || id || '"'`)
  const found = sql`coalesce((select group_concat(${each}, ' OR ') from (${ids})), ${NOTHING})`
  return sql`replace(${resolvePrefix(table, match, words.lastWord)}, ${sql.raw(`'${PEOPLE}'`)}, ${found})`
}

function since(day: string | null): SQL {
  if (day === null) return sql``
  return sql` and ${table}.rowid < cast(${sortKeyBefore(secondsAt(day) - 1, 'descending')} as integer)`
}

function until(day: string | null): SQL {
  if (day === null) return sql``
  const end = secondsAt(day) + DAY / 1_000
  return sql` and ${table}.rowid > cast(${sortKeyBefore(end - 1, 'descending')} as integer)`
}

function secondsAt(day: string): number {
  return Math.max(0, Date.parse(`${day}T00:00:00Z`) / 1_000)
}

const nameOfRequest = sql`(select name from ${campaigns} where id = (select campaign_id from ${adRequests}
  where id = events.subject_id))`

const row = {
  id: events.id,
  subject: events.subject,
  subjectId: events.subjectId,
  kind: events.kind,
  actorId: events.actorId,
  actorName: users.displayName,
  from: events.fromState,
  to: events.toState,
  note: events.note,
  at: events.at,
  requestId: events.requestId,
  name: sql<string | null>`case ${events.subject}
    when 'user' then (select display_name from ${users} person where person.id = events.subject_id)
    when 'campaign' then (select name from ${campaigns} where id = events.subject_id)
    when 'abuse_case' then (select title from ${abuseCases} where id = events.subject_id)
    when 'ad_request' then ${nameOfRequest} end`,
}
