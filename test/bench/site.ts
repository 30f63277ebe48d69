import { fileURLToPath } from 'node:url'
import { startServerProcess } from '../../local/servers/server-process.ts'
import { runWorker } from '../../local/worker/run-bundle.ts'
import { crowdDatabase, startLibsqlProcess } from './database.ts'
import type { Target } from './measure/rounds.ts'
import type { Running } from './running.ts'

/**
 * What the pages are held against. First a Worker that answers with a word; then what bounds them: the same without
 * static files, which cost each request a look whether it is for one, and one that reads a word from the database.
 */
export async function startReferences(running: Running, database: string): Promise<Target[]> {
  const [bare, reading] = [scriptAt('bare-worker.js'), scriptAt('reading-worker.js')]
  const started = {
    'bare Worker': await running.add(runWorker({ script: bare, vars: {} })),
    'bare, no static files': await running.add(runWorker({ script: bare, vars: {}, files: null })),
    'bare, one read': await running.add(
      runWorker({ script: reading, vars: { TURSO_DATABASE_URL: database } }),
    ),
  }
  return Object.entries(started).map(([name, { url }]) => ({ name, url, next: () => ({ path: '/' }) }))
}

/** A crowd behind a libSQL server in a process of its own, like that of `npm start`. Returns its address. */
export async function startDatabase(running: Running, influencers: number): Promise<string> {
  const { file } = await running.add(crowdDatabase(influencers))
  return (await running.add(startLibsqlProcess(file))).url
}

/** Redis, or what stands in for it, in a process of its own. */
export async function startCache(running: Running): Promise<Record<string, string>> {
  const { url } = await running.add(startServerProcess('Redis', redisProcess, { token: 'bench' }))
  return { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: 'bench' }
}

/** Parley over a database. */
export async function startParley(
  running: Running,
  { script, database, vars = {} }: { script: string; database: string; vars?: Record<string, string> },
): Promise<string> {
  const all = { PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: database, ...vars }
  return (await running.add(runWorker({ script, vars: all }))).url
}

const scriptAt = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const redisProcess = new URL('../../local/redis/process.ts', import.meta.url)
