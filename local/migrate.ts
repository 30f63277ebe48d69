import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Client, createClient } from '@libsql/client/http'
import { drizzle } from 'drizzle-orm/libsql/http'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { createAdmin } from './admin.ts'
import { type Progress, progressOn } from './progress.ts'
import { restoreIndexes } from './search-index/table-indexes.ts'
import { updateSearchIndex } from './search-index.ts'
import { updateStatistics } from './statistics.ts'

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

interface MigrateOptions {
  /** Rebuild the search index even if its definition has not changed. */
  readonly rebuild?: boolean
  readonly progress?: Progress
}

/**
 * Brings a database up to date: applies what is in `migrations/`, each file whole or not at all, and rebuilds the
 * search index and the statistics if their definitions have changed. Run it again if it was interrupted.
 */
export async function migrate(
  client: Client,
  { rebuild = false, progress }: MigrateOptions = {},
): Promise<void> {
  await applyMigrations(drizzle({ client }), { migrationsFolder })
  await restoreIndexes(client)
  const rebuilt = await updateSearchIndex(client, { force: rebuild, ...(progress && { progress }) })
  if (rebuilt) progress?.(1, 'search: done')
  const recounted = await updateStatistics(client, { ...(progress && { progress }) })
  if (recounted) progress?.(1, 'statistics: done')
}

// `npm run migrate [-- --rebuild]`, for any libSQL database. It also creates the first admin.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { rebuild: { type: 'boolean', default: false } } })
  const { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: authToken } = process.env
  if (!url) {
    console.error('Set TURSO_DATABASE_URL (and TURSO_AUTH_TOKEN) to the database to migrate.')
    process.exit(1)
  }
  const client = createClient({ url, ...(authToken && { authToken }) })
  await migrate(client, { rebuild: values.rebuild, progress: progressOn(process.stdout) })
  const admin = await createAdmin(client, process.env).catch((error: Error) => {
    console.error(`The database is up to date, but it has no admin yet. ${error.message}`)
    process.exit(1)
  })
  console.log(admin.created ? `Up to date. Admin "${admin.username}" created.` : 'Up to date.')
}
