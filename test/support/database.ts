import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../local/libsql/server.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'

/** A database without a Worker, for tests of SQL. */
export interface TestDatabase {
  readonly db: Database
  readonly url: string
  readonly file: string
  readonly libsql: LibsqlServer
  close(): Promise<void>
}

/** A copy of the empty, migrated database: migrating another one takes a second. */
export async function startDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-database-'))
  const file = join(folder, 'parley.db')
  await copyFile(inject('pristine'), file)
  const libsql = await startLibsql({ file })
  const db = openDatabase({ TURSO_DATABASE_URL: libsql.url })
  return {
    db,
    url: libsql.url,
    file,
    libsql,
    async close() {
      db.client.close()
      await libsql.close()
      await rm(folder, { recursive: true })
    },
  }
}
