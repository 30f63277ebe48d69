import type { Connection } from './connection.ts'
import { isBusy, ProtocolError, StatementError, type WireError, wireError } from './errors.ts'
import type { SqlSource, Stmt } from './protocol.ts'
import { parseSql, type SqlStatement } from './sql/parse-sql.ts'
import type { Stream } from './streams.ts'
import { boundArguments } from './values.ts'
import type { Attempt, WriteQueue } from './write-queue.ts'

/** A statement's result as JSON, or its error. */
export type Outcome = { ok: true; result: string } | { ok: false; error: WireError }

/**
 * Runs a statement on the stream's connection, now or as soon as the write lock is free. An error of the statement is
 * returned. Only a protocol violation throws.
 */
export function execute(stream: Stream, stmt: Stmt, queue: WriteQueue): Outcome | Promise<Outcome> {
  const connection = connectionOf(stream)
  const sql = sqlOf(stream, stmt)
  return whenFree(queue, () => attempt(connection, sql, () => runOne(connection, sql, stmt)))
}

/** Runs the statements of a script in order, and stops at the first error. */
export async function executeScript(stream: Stream, sql: string, queue: WriteQueue): Promise<Outcome> {
  const connection = connectionOf(stream)
  for (const statement of parseSql(sql)) {
    const run = () => {
      refuseUnsupported(statement)
      return connection.run(statement, boundArguments(statement.parameters, {}), false)
    }
    const outcome = await whenFree(queue, () => attempt(connection, statement.text, run))
    if (!outcome.ok) return outcome
  }
  return { ok: true, result: '' }
}

/** A statement's parameters and columns, as JSON. */
export function describe(stream: Stream, sql: string): Outcome {
  const connection = connectionOf(stream)
  return attempt(connection, sql, () => {
    const statement = onlyStatement(sql)
    return JSON.stringify({
      params: statement.parameters.map((name) => ({ name })),
      cols: connection.describe(statement),
      is_explain: statement.explains,
      is_readonly: READING.has(statement.kind),
    })
  }).result
}

/** The SQL of a request. Throws if it names none, two, or one that is not stored. */
export function sqlOf(stream: Stream, { sql, sql_id }: SqlSource): string {
  const bySelf = typeof sql === 'string'
  if (bySelf === (typeof sql_id === 'number')) throw new ProtocolError('Give either `sql` or `sql_id`')

  const text = bySelf ? sql : stream.sqls.get(sql_id ?? -1)
  if (text === undefined) throw new ProtocolError(`SQL text ${sql_id} is not stored`)
  return text
}

export function connectionOf(stream: Stream): Connection {
  if (!stream.connection) throw new ProtocolError('The stream is closed')
  return stream.connection
}

const READING: ReadonlySet<string> = new Set(['read', 'begin', 'control'])

function runOne(connection: Connection, sql: string, stmt: Stmt): string {
  const statement = onlyStatement(sql)
  return connection.run(statement, boundArguments(statement.parameters, stmt), stmt.want_rows ?? true)
}

function onlyStatement(sql: string): SqlStatement {
  const [statement, another] = parseSql(sql)
  if (!statement) throw new StatementError('SQL_NO_STATEMENT', 'SQL string does not contain any statement')
  if (another) throw new StatementError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement')
  refuseUnsupported(statement)
  return statement
}

function refuseUnsupported({ isSupported, text }: SqlStatement): void {
  if (isSupported) return
  const message = `SQL string could not be parsed: unsupported statement: ${text}`
  throw new StatementError('SQL_PARSE_ERROR', message)
}

function attempt(connection: Connection, sql: string, run: () => string): Attempt<Outcome> {
  try {
    return { done: true, result: { ok: true, result: run() } }
  } catch (error) {
    const outcome: Outcome = { ok: false, error: wireError(error, sql) }
    return { done: !(isBusy(error) && connection.mayWait), result: outcome }
  }
}

function whenFree(queue: WriteQueue, run: () => Attempt<Outcome>): Outcome | Promise<Outcome> {
  const first = run()
  return first.done ? first.result : queue.wait(first.result, run)
}
