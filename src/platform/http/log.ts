import type { AppContext } from './context.ts'

/**
 * Logs an unexpected error as one line of JSON. Only the message of the innermost cause is logged: the outer
 * errors repeat the SQL with its parameters, which are personal data. Of the path, a long segment is left out: it is a
 * secret, such as the token of a calendar, of an unsubscribe link or of a password reset.
 */
export function logError(c: AppContext, error: Error): void {
  const { requestId } = c.var
  const { message, name } = innermost(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const path = c.req.path.replace(SECRET, '…')
  console.error(JSON.stringify({ requestId, method: c.req.method, path, name, message, frames }))
}

// The shortest token has 32 characters. No other segment of a path is half as long, nor is a slug.
const SECRET = /[^/]{32,}/g

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error
}
