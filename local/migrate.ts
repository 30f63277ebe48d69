import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client/http'
import { drizzle } from 'drizzle-orm/libsql/http'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { createAdmin } from './admin.ts'

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

/** Applies what is in `migrations/` and not yet in the database, in order, each whole or not at all. */
export async function migrate(client: Client): Promise<void> {
  await applyMigrations(drizzle({ client }), { migrationsFolder })
}

// `npm run migrate`, for any libSQL: it also makes the admin where there is none yet.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: authToken } = process.env
  if (!url) {
    console.error(
      'Set TURSO_DATABASE_URL (and TURSO_AUTH_TOKEN) to the database that is to be brought up to date.',
    )
    process.exit(1)
  }
  const client = createClient({ url, ...(authToken && { authToken }) })
  await migrate(client)
  const admin = await createAdmin(client, process.env).catch((error: Error) => {
    console.error(`The database is up to date, but it has no admin yet. ${error.message}`)
    process.exit(1)
  })
  console.log(admin.made ? `Up to date. Admin "${admin.username}" made.` : 'Up to date.')
}
