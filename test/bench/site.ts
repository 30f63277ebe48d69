import { fileURLToPath } from 'node:url'
import { startServerProcess } from '../../local/servers/server-process.ts'
import { runWorker } from '../../local/worker/run-bundle.ts'
import { crowdDatabase, startLibsqlProcess } from './database.ts'
import type { Target } from './measure/rounds.ts'
import type { Running } from './running.ts'

/**
 * The Workers that pages are compared with. The first answers every request with one word. Two others show what a page
 * costs at least: the same Worker without static files, which are looked up for each request, and a Worker that reads
 * one word from the database.
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

/** Starts a libSQL server with a crowd in a process of its own, as `npm start` does. Returns its URL. */
export async function startDatabase(running: Running, influencers: number): Promise<string> {
  const { file } = await running.add(crowdDatabase(influencers))
  return (await running.add(startLibsqlProcess(file))).url
}

/** Starts Redis or its stand-in in a process of its own. Returns the variables for the Worker. */
export async function startCache(running: Running): Promise<Record<string, string>> {
  const { url } = await running.add(startServerProcess('Redis', redisProcess, { token: 'bench' }))
  return { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: 'bench' }
}

/** Starts Parley with a database. Returns its URL. */
export async function startParley(
  running: Running,
  { script, database, vars = {} }: { script: string; database: string; vars?: Record<string, string> },
): Promise<string> {
  const all = { PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: database, ...vars }
  return (await running.add(runWorker({ script, vars: all }))).url
}

const scriptAt = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const redisProcess = new URL('../../local/redis/process.ts', import.meta.url)
