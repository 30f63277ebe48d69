import { withoutSecrets } from '../../shared/web/secret-path.ts'
import type { AppContext } from './context.ts'

/**
 * Logs an unexpected error as one line of JSON. Only the message of the innermost cause is logged: the outer
 * errors repeat the SQL with its parameters, which are personal data. Secrets in the path are left out.
 */
export function logError(c: AppContext, error: Error): void {
  const { requestId } = c.var
  const { message, name } = innermost(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const path = withoutSecrets(c.req.path)
  console.error(JSON.stringify({ requestId, method: c.req.method, path, name, message, frames }))
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error
}
