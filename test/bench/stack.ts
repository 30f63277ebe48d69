import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client/http'
import { startPart } from '../../local/part.ts'
import { runWorker } from '../../local/worker.ts'
import { demoDatabase } from './database.ts'
import { pagesOf } from './pages.ts'
import type { Target } from './rounds.ts'

export interface Stack {
  /** The bare Worker first. */
  readonly targets: readonly Target[]
  /** What the database holds, in words. */
  readonly contents: string
  /** A page as a stranger opens it. */
  readonly firstVisit: string
  close(): Promise<void>
}

interface Closing {
  close(): Promise<unknown>
}

/**
 * A bare Worker, and Parley over the demo data with its database in a process of its own, as `npm start` has it.
 * `scripts.before` is an older bundle to be held against the present one.
 */
export async function startStack(
  influencers: number,
  scripts: { now: string; before?: string },
): Promise<Stack> {
  const running: Closing[] = []
  const started = async <T extends Closing>(starting: Promise<T>): Promise<T> => {
    const part = await starting
    running.unshift(part)
    return part
  }

  const database = await started(demoDatabase(influencers))
  const libsql = await started(startPart('The database', libsqlProcess, { file: database.file }))
  const start = (script: string) => started(runWorker({ script, vars: varsOf(libsql.url) }))
  const bare = await started(runWorker({ script: bareScript, vars: {} }))
  const now = await start(scripts.now)
  const before = scripts.before === undefined ? null : await start(scripts.before)

  const client = createClient({ url: libsql.url })
  const { pages, contents } = await pagesOf(client)
  client.close()
  return {
    targets: [
      { name: 'bare Worker', url: bare.url, next: () => ({ path: '/' }) },
      ...pages.flatMap((page) => [
        ...(before ? [{ ...page, name: `${page.name}, before`, url: before.url }] : []),
        { ...page, url: now.url },
      ]),
    ],
    contents,
    firstVisit: now.url + (pages[0]?.next().path ?? '/'),
    async close() {
      for (const part of running) await part.close()
    },
  }
}

const libsqlProcess = new URL('../../local/libsql-process.ts', import.meta.url)
const bareScript = fileURLToPath(new URL('bare-worker.js', import.meta.url))

function varsOf(libsqlUrl: string) {
  return { PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: libsqlUrl }
}
