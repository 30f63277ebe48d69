import type { AppContext } from './context.ts'

/**
 * One line of JSON for an error that nobody expected. Of a chain of errors the innermost says what went wrong;
 * the outer ones repeat the query with its parameters, which are people's data and stay out of the log.
 */
export function logError(c: AppContext, error: Error): void {
  const { requestId } = c.var
  const { message, name } = innermost(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  console.error(JSON.stringify({ requestId, method: c.req.method, path: c.req.path, name, message, frames }))
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error
}
