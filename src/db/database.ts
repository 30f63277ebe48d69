import { createClient } from '@libsql/client/http'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle } from 'drizzle-orm/libsql/http'

type Client = ReturnType<typeof createClient>

/** One request's way to libSQL. Never shared between requests: a client kept in a global hangs workerd. */
export interface Database {
  /** Drizzle, to build queries. Awaiting a single select is one round trip of its own. */
  readonly orm: LibSQLDatabase
  /** Runs any number of selects in one read transaction and one round trip; gives their rows in order. */
  readonly read: LibSQLDatabase['batch']
  /** For `write()` in `write.ts`, which is the only way to change anything. */
  readonly client: Client
}

/** Opens a database for a request; costs nothing until the first query. */
export function openDatabase(access: {
  TURSO_DATABASE_URL: string
  TURSO_AUTH_TOKEN?: string | undefined
}): Database {
  const client = createClient({
    url: access.TURSO_DATABASE_URL,
    ...(access.TURSO_AUTH_TOKEN && { authToken: access.TURSO_AUTH_TOKEN }),
  })
  const orm = drizzle({ client: readingUnlessTold(client) })
  return { orm, read: (queries) => orm.batch(queries), client }
}

// Drizzle names no mode for a batch and would get a deferred one; a `read` may be answered by the nearest replica.
function readingUnlessTold(client: Client): Client {
  const batch = client.batch.bind(client)
  return Object.assign(client, {
    batch: (statements: Parameters<typeof batch>[0], mode: Parameters<typeof batch>[1] = 'read') =>
      batch(statements, mode),
  })
}
