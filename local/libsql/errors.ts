/** The client broke the protocol: the request ends with 400 and the stream is closed. */
export class ProtocolError extends Error {}

/** A statement was refused before SQLite saw it; `code` is one of libsql-server's. */
export class StatementError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A failure as the protocol puts it into a result. */
export interface WireError {
  message: string
  code: string
}

/**
 * Says a statement's failure as libsql-server does: with SQLite's primary code (SQLITE_CONSTRAINT, never
 * SQLITE_CONSTRAINT_UNIQUE). Whatever is not such a failure is thrown again.
 */
export function wireError(error: unknown): WireError {
  if (error instanceof StatementError) return { message: error.message, code: error.code }

  const code = sqliteCode(error)
  if (code === undefined || !(error instanceof Error)) throw error
  return { message: `SQLite error: ${error.message}`, code: code.split('_', 2).join('_') }
}

/** Somebody else holds the write lock, or has written since this transaction first read. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return error.code.startsWith('SQLITE_') ? error.code : undefined
}
