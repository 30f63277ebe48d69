/** The client violated the protocol. The request gets a 400 and the stream is closed. */
export class ProtocolError extends Error {}

/** A statement was refused before SQLite ran it. `code` is one of libsql-server's codes. */
export class StatementError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** An error in the protocol's format. */
export interface WireError {
  message: string
  code: string
}

/**
 * A statement's error with the code and message of libsql-server, which differ from SQLite's: libsql-server parses SQL
 * itself, and reports SQLite's generic errors as SQLITE_UNKNOWN. Rethrows any other error.
 */
export function wireError(error: unknown, sql: string): WireError {
  if (error instanceof StatementError) return { message: error.message, code: error.code }

  const code = sqliteCode(error)
  if (code === undefined || !(error instanceof Error)) throw error
  const { message } = error
  if (code !== 'SQLITE_ERROR') {
    // The primary code: SQLITE_CONSTRAINT, never SQLITE_CONSTRAINT_UNIQUE.
    return { message: `SQLite error: ${message}`, code: code.split('_', 2).join('_') }
  }
  if (SYNTAX_ERROR.test(message)) {
    return { message: `SQL string could not be parsed: ${message}`, code: 'SQL_PARSE_ERROR' }
  }
  const unknownName = UNKNOWN_NAME.exec(message)?.[1]
  if (unknownName !== undefined) {
    const offset = sql.indexOf(unknownName)
    return { message: `SQL input error: ${message} (at offset ${offset})`, code: 'SQL_INPUT_ERROR' }
  }
  return { message: `SQLite error: ${message}`, code: 'SQLITE_UNKNOWN' }
}

const SYNTAX_ERROR = /syntax error|^unrecognized token|^incomplete input/
const UNKNOWN_NAME = /^(?:no such column|no such function|ambiguous column name): (\S+)/

/** Another connection holds the write lock, or has written since this transaction started reading. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return error.code.startsWith('SQLITE_') ? error.code : undefined
}
