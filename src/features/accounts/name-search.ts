import { and, eq, not, type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../shared/ids.ts'
import { users } from './schema.ts'

/** One way to match: everybody whose key begins with the words, in the order of the keys. */
export interface Arm {
  readonly key: SQL<string>
  readonly where: SQL | undefined
}

/** The columns that a search looks at: all with an index on exactly this expression. */
export const searchedColumns = {
  username: sql<string>`${users.username}`,
  name: sql<string>`lower(${users.displayName})`,
  email: sql<string>`${users.email}`,
}

/**
 * Conditions for a search by the beginning of some columns, to be put together as UNION ALL and sorted by key
 * and id: then each is a walk along its column's index, and the database merges them without sorting. Nobody
 * stands in two of them. `after` is who the page before ended with: one of those who are `listed`, a condition
 * over `users`, since of anybody else a page would tell where the name stands.
 */
export function prefixArms(
  words: string,
  columns: readonly SQL<string>[],
  after: UserId | null,
  listed?: SQL,
): Arm[] {
  const prefix = toKey(words)
  const matches = columns.map((column) => begins(column, prefix))
  const from = after === null ? sql`${prefix}` : keyOf(and(eq(users.id, after), listed), columns, matches)
  return columns.map((key, place) => ({
    key,
    where: and(
      // The pair says it all, but of an expression's index SQLite walks the right part only for the plain one.
      sql`${key} >= ${from} and ${key} < ${endOf(prefix)}`,
      sql`(${key}, ${users.id}) > (${from}, ${after ?? 0})`,
      ...matches.slice(0, place).map((earlier) => not(earlier)),
    ),
  }))
}

/** Words as they are compared: SQLite's `lower()` knows the letters of ASCII only. */
function toKey(words: string): string {
  return words.replace(/^@/, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function begins(column: SQL, prefix: string): SQL {
  return sql`(${column} >= ${prefix} and ${column} < ${endOf(prefix)})`
}

// No text that begins with the prefix comes after this one: nothing is greater than the last code point.
function endOf(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

// Where the page before ended is looked up by id, so that addresses of pages hold nobody's name or e-mail.
function keyOf(them: SQL | undefined, columns: readonly SQL[], matches: readonly SQL[]): SQL {
  const cases = columns.map((column, place) => sql`when ${matches[place]} then ${column}`)
  return sql`(select case ${sql.join(cases, sql` `)} end from ${users} where ${them})`
}
