import { channel } from 'node:diagnostics_channel'
import { LibsqlBatchError } from '@libsql/client'
import type { InStatement, ResultSet, Value } from '@libsql/client/http'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql/http'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { camelCase } from '../../shared/case.ts'
import { sum } from '../../shared/numbers/sum.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Namespace } from '../cache/namespaces.ts'
import type { Database } from './database.ts'

interface Query {
  toSQL(): { sql: string; params: unknown[] }
}

/** A statement that may fail for a reason that the caller knows by name. */
export interface Guarded<Name extends string> {
  readonly statement: Query | SQL
  readonly name: Name
}

export type Statement<Name extends string = never> = Query | SQL | Guarded<Name>

/** What a statement changed and returned. */
export interface Written {
  readonly rowsAffected: number
  readonly rows: readonly Readonly<Record<string, Value>>[]
}

/** Builds inserts, updates and deletes for `write()`. It has no connection. */
export const mutation = drizzle.mock()

interface WriteOptions {
  /** Cached answers that this change makes stale. Tests check it against `test/support/cached-columns.ts`. */
  readonly invalidates?: readonly Namespace[]
  /** Whether it is only a count of attempts, which is kept even if the request then changes nothing. */
  readonly isAttempt?: boolean
}

/** A `write()`, for tests that watch writes. */
export interface WriteMessage {
  readonly statements: readonly string[]
  /** The values of each statement's parameters. */
  readonly args: readonly unknown[]
  readonly invalidates: readonly Namespace[]
}

/** Publishes a `WriteMessage` for each `write()`. */
export const writes = channel('parley:write')

/**
 * Changes the database: all statements or none, in one round trip (BEGIN IMMEDIATE … COMMIT).
 * Returns each statement's rows, with columns named as in the schema, or refuses with the name of the guard that
 * stopped the batch. Throws `LibsqlError` for anything else, and `DatabaseUnavailable` if it is unknown whether the
 * change was made.
 */
export async function write<Name extends string = never>(
  db: Database,
  statements: readonly Statement<Name>[],
  { invalidates = [], isAttempt = false }: WriteOptions = {},
): Promise<Result<Written[], Name>> {
  const { current } = db.firstChange
  // Not even an attempt: what it allows could be more than a change, such as a message.
  if (current?.statement === null) throw current.error
  const first = isAttempt || current?.isMade ? null : current
  const batch = [...(first?.statement ? [first.statement] : []), ...statements].map(toStatement)
  const added = batch.length - statements.length
  if (writes.hasSubscribers) {
    writes.publish({
      statements: batch.map(({ sql }) => sql),
      args: batch.map(({ args }) => args),
      invalidates,
    } satisfies WriteMessage)
  }
  const run = () => db.batch(batch)
  try {
    const results = await (invalidates.length > 0 ? db.invalidateAfter(invalidates, run) : run())
    if (first) first.isMade = true
    return ok(results.slice(added).map(toWritten))
  } catch (error) {
    const index = constraintIn(error)
    if (index !== null && first && index < added) throw first.error
    const stopped = index === null ? undefined : statements[index - added]
    if (stopped && isGuarded(stopped)) return refuse(stopped.name)
    throw error
  }
}

/**
 * Put it after a guarded `UPDATE … WHERE id = ? AND version = ?`. It stops the whole batch under this name unless
 * the update changed exactly one row: the table's CHECK refuses every number but 1, and 1 is there already.
 *
 * It must be an insert of VALUES. Before an `INSERT … SELECT`, SQLite makes a savepoint, for which a full-text table
 * writes what an earlier statement has put into it, and that resets `changes()`.
 */
export function expectOneRow<Name extends string>(name: Name): Guarded<Name> {
  return { name, statement: sql`insert into write_guard (changed) values (changes()) on conflict do nothing` }
}

/** Stops the whole batch under this name unless a condition is true at that point. Null is not true. */
export function expectThat<Name extends string>(name: Name, condition: SQL): Guarded<Name> {
  return { name, statement: sql`insert into write_guard (changed) select 0 where (${condition}) is not true` }
}

/** An insert or update that a unique index or a CHECK may refuse. Then the batch stops under this name. */
export function onConflict<Name extends string>(name: Name, statement: Query | SQL): Guarded<Name> {
  return { name, statement }
}

/** The id that an `insert … returning id` has made. */
export function returnedId<Id extends number>(written: Written | undefined): Id {
  return Number(written?.rows[0]?.id) as Id
}

/** How many rows the statements of a batch changed together. */
export function countChanged(written: readonly Written[]): number {
  return sum(written.map(({ rowsAffected }) => rowsAffected))
}

function toWritten({ rowsAffected, rows, columns }: ResultSet): Written {
  const names = columns.map(camelCase)
  const named = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))
  return { rowsAffected, rows: named }
}

const dialect = new SQLiteAsyncDialect()

function toStatement(statement: Statement<string>): Exclude<InStatement, string> {
  const inner = isGuarded(statement) ? statement.statement : statement
  const built = 'toSQL' in inner ? inner.toSQL() : dialect.sqlToQuery(inner)
  return { sql: built.sql, args: built.params as InStatement extends { args: infer Args } ? Args : never }
}

/** Which statement of the batch a constraint has stopped. Null if it failed for another reason. */
function constraintIn(error: unknown): number | null {
  const isConstraint = error instanceof LibsqlBatchError && error.code.startsWith('SQLITE_CONSTRAINT')
  return isConstraint ? error.statementIndex : null
}

function isGuarded<Name extends string>(statement: Statement<Name>): statement is Guarded<Name> {
  return 'statement' in statement
}
