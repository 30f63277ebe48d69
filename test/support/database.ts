import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startLibsql } from '../../local/libsql/server.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'

/** A fresh database without a Worker, for tests of SQL. */
export async function startDatabase(): Promise<{ db: Database; url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-database-'))
  const file = join(folder, 'parley.db')
  await copyFile(inject('pristine'), file)
  const libsql = await startLibsql({ file })
  const db = openDatabase({ TURSO_DATABASE_URL: libsql.url })
  return {
    db,
    url: libsql.url,
    async close() {
      db.client.close()
      await libsql.close()
      await rm(folder, { recursive: true })
    },
  }
}
