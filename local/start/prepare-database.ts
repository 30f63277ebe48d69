import { createClient } from '@libsql/client/http'
import { loadDemo } from '../demo.ts'
import { migrate } from '../migrate.ts'
import type { DataFolder, DemoAccount } from './data-folder.ts'

/** Brings the database at `url` up to date, loads the demo into an empty one, and returns the demo accounts. */
export async function prepareDatabase(url: string, folder: DataFolder): Promise<DemoAccount[]> {
  const client = createClient({ url })
  try {
    await migrate(client)
    const { rows } = await client.execute('select 1 from users limit 1')
    const loaded = rows.length > 0 ? null : await loadDemo(url, { now: Date.now() })
    await folder.finish(loaded?.accounts ?? null)
    return folder.accounts()
  } finally {
    client.close()
  }
}
