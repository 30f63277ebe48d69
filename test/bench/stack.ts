import { createClient } from '@libsql/client/http'
import { interleave, startBefore } from './before.ts'
import type { Target } from './measure/rounds.ts'
import { pagesOf } from './pages.ts'
import { Running } from './running.ts'
import { startDatabase, startParley, startReferences } from './site.ts'

export interface Stack {
  /** The bare Worker first. */
  readonly targets: readonly Target[]
  /** What the database holds, in words. */
  readonly contents: string
  /** The URL of a page that a new visitor opens. */
  readonly firstVisit: string
  close(): Promise<void>
}

/** Starts the bare Worker, Parley, and Parley at the commit `before` if there is one. */
export async function startStack(influencers: number, script: string, before?: string): Promise<Stack> {
  const running = new Running()
  const database = await startDatabase(running, influencers)
  const references = await startReferences(running, database)
  const now = await startParley(running, { script, database })
  const older = before ? await startBefore(before, influencers, running) : null

  const client = createClient({ url: database })
  const { pages, contents } = await pagesOf(client)
  client.close()
  return {
    targets: [
      ...references,
      ...interleave(
        pages.map((page) => ({ ...page, url: now })),
        older?.pages ?? [],
      ),
    ],
    contents,
    firstVisit: now + (pages[0]?.next().path ?? '/'),
    close: () => running.close(),
  }
}
