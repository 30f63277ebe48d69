import { and, eq, type SQL, sql } from 'drizzle-orm'
import { eqLiteral, neLiteral } from '../../../platform/db/literals.ts'
import { cursorNumbers } from '../../../platform/list/source.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import { tableOf } from '../../../platform/search/scan.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { users } from '../schema.ts'
import { accountIndex } from './account-index.ts'
import type { PeopleSearch } from './filters.ts'

/** Of more accounts than this that match words or rare filters, only the newest are sorted by name. */
const MAX_SORTED = 10_000

const { id, displayName, role, status, isEmailConfirmed } = users

interface ByName {
  /** The few accounts to sort, as `found (id)`. Null to read all along the names. */
  readonly found: SQL | null
  readonly where: SQL | undefined
  readonly orderBy: readonly SQL[]
}

/**
 * Accounts in the order of their names, after the one with the id `after`. A full-text table has no order of texts, so
 * there are two ways. Words and rare filters find few accounts, by `match` in `accounts_by_newest`, and these are
 * sorted. Other filters leave so many that SQLite reads along an index of names and leaves out the rest.
 */
export function byName(search: PeopleSearch, match: SQL, after: string | null): ByName {
  const [last] = cursorNumbers(after, 1) ?? []
  const isAfter =
    last === undefined
      ? undefined
      : sql`(lower(${displayName}), ${id}) > (select lower(display_name), id from ${users} where id = ${last})`
  const orderBy = [sql`lower(${displayName})`, sql`${id}`]
  return isFew(search)
    ? { found: foundBy(match), where: isAfter, orderBy }
    : { found: null, where: and(filtersOf(search), isAfter), orderBy }
}

function isFew({ query, role, flagged, joinedFrom, joinedUntil }: PeopleSearch): boolean {
  const isRare = role === 'admin' || flagged === 'yes'
  return query !== '' || isRare || joinedFrom !== null || joinedUntil !== null
}

function foundBy(match: SQL): SQL {
  const table = tableOf(accountIndex, 'newest')
  return sql`(select ${idAt(table)} as id from ${table} where ${match}
    order by ${table}.rowid limit ${sql.raw(String(MAX_SORTED))}) found`
}

// Those without a confirmed address have an index of names of their own, so their status must not choose another one.
function filtersOf(search: PeopleSearch): SQL | undefined {
  const isUnconfirmed = search.confirmed === 'no'
  return and(
    search.status === null
      ? undefined
      : sql`${isUnconfirmed ? sql`+` : sql``}${eqLiteral(status, search.status)}`,
    search.role === null ? undefined : isOfRole(search.role),
    isUnconfirmed ? sql`${isEmailConfirmed} = 0` : undefined,
    search.confirmed === 'yes' ? eq(isEmailConfirmed, true) : undefined,
    search.flagged === 'no' ? isNotFlagged : undefined,
  )
}

// The plus keeps SQLite from using an index of roles.
function isOfRole(wanted: NonNullable<PeopleSearch['role']>): SQL {
  return sql`+${wanted === 'member' ? neLiteral(role, 'admin') : eqLiteral(role, wanted)}`
}

const isNotFlagged = sql`not exists (select 1 from ${influencers} where user_id = ${id} and flagged_at is not null)
  and not exists (select 1 from ${sponsors} where user_id = ${id} and flagged_at is not null)`
