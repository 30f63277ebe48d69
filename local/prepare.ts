import { createClient } from '@libsql/client/http'
import type { DataFolder, DemoAccount } from './data-folder.ts'
import { loadDemo } from './demo.ts'
import { migrate } from './migrate.ts'
import { mendSearch } from './reindex.ts'

// The same seed every time: what one person sees and tells, the next one finds.
const seed = 7

/** Brings the database at `url` up to date, fills it when it is empty, and gives the demo accounts. */
export async function prepareDatabase(
  url: string,
  folder: DataFolder,
  influencers: number,
): Promise<DemoAccount[]> {
  const client = createClient({ url })
  try {
    await mendSearch(client)
    await migrate(client)
    const { rows } = await client.execute('select 1 from users limit 1')
    const loaded = rows.length > 0 ? null : await loadDemo(client, { influencers, seed, now: Date.now() })
    await folder.finish(loaded?.accounts ?? null)
    return folder.accounts()
  } finally {
    client.close()
  }
}
