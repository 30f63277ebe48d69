import { createClient } from '@libsql/client/http'
import { pagesOf } from './pages.ts'
import type { Target } from './rounds.ts'
import { Running } from './running.ts'
import { startDatabase, startParley, startReferences } from './site.ts'

export interface Stack {
  /** The bare Worker first. */
  readonly targets: readonly Target[]
  /** What the database holds, in words. */
  readonly contents: string
  /** A page as a stranger opens it. */
  readonly firstVisit: string
  close(): Promise<void>
}

/** A bare Worker and Parley. `scripts.before` is an older bundle to be held against the present one. */
export async function startStack(
  influencers: number,
  scripts: { now: string; before?: string },
): Promise<Stack> {
  const running = new Running()
  const database = await startDatabase(running, influencers)
  const references = await startReferences(running, database)
  const now = await startParley(running, { script: scripts.now, database })
  const before = scripts.before ? await startParley(running, { script: scripts.before, database }) : null

  const client = createClient({ url: database })
  const { pages, contents } = await pagesOf(client)
  client.close()
  return {
    targets: [
      ...references,
      ...pages.flatMap((page) => [
        ...(before ? [{ ...page, name: `${page.name}, before`, url: before }] : []),
        { ...page, url: now },
      ]),
    ],
    contents,
    firstVisit: now + (pages[0]?.next().path ?? '/'),
    close: () => running.close(),
  }
}
