import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client/http'
import { type Progress, progressOn } from './progress.ts'
import { clearStage, type Searched, searched, stageDocuments } from './reindex/documents.ts'
import { fillIndex } from './reindex/full-text-index.ts'
import { isSetAside, putAllBack, setAside } from './reindex/set-aside.ts'

export interface RebuildOptions {
  /** How many documents one statement handles at most: what lies between two looks at other requests. */
  readonly piece?: number
  readonly progress?: Progress
}

/**
 * Makes the ranks and the full-text indexes of search anew from what they are of, whatever was in them, and puts
 * its triggers back where they were missing. Meanwhile searches find too little, and nobody may change what is
 * searched for: that would be missed. Throws what the database throws; it can then be run again.
 */
export async function rebuildSearch(
  client: Client,
  { piece = 20_000, progress = () => {} }: RebuildOptions = {},
): Promise<void> {
  await setAside(client, 'search triggers')
  const things = await Promise.all(
    searched.map(async (thing) => ({ thing, last: await lastIdOf(client, thing) })),
  )
  const whole = things.reduce((sum, { thing, last }) => sum + last * stepsOf(thing), 0)
  let done = 0
  for (const { thing, last } of things) {
    progress(done / whole, `search: ${thing.view.replace('_', ' ')}`)
    await stageDocuments(client, thing, last, piece)
    done += last
    for (const order of thing.orders) {
      progress(done / whole, `search: ${order.index.replaceAll('_', ' ')}`)
      await fillIndex(client, order, piece)
      done += last
    }
  }
  await clearStage(client)
  await putAllBack(client)
}

function stepsOf({ orders }: Searched): number {
  return 1 + orders.length
}

async function lastIdOf(client: Client, { lastId }: Searched): Promise<number> {
  const { rows } = await client.execute(lastId)
  return Number(rows[0]?.id)
}

/** Ends what a loading or a rebuilding began that was interrupted; does nothing where none was. */
export async function mendSearch(client: Client): Promise<void> {
  if (await isSetAside(client)) await rebuildSearch(client)
}

// `npm run reindex`, for any libSQL.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: authToken } = process.env
  if (!url) {
    console.error(
      'Set TURSO_DATABASE_URL (and TURSO_AUTH_TOKEN) to the database whose search is to be rebuilt.',
    )
    process.exit(1)
  }
  const client = createClient({ url, ...(authToken && { authToken }) })
  console.log('Rebuilding search. Nobody should change profiles or campaigns until it is done.')
  const progress = progressOn(process.stdout)
  await rebuildSearch(client, { progress })
  progress(1, 'search is rebuilt')
  client.close()
}
