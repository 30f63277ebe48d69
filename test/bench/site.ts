import { fileURLToPath } from 'node:url'
import { startPart } from '../../local/part.ts'
import { runWorker } from '../../local/worker.ts'
import { demoDatabase, startLibsqlProcess } from './database.ts'
import type { Running } from './running.ts'

/** A Worker that answers with a word: what everything else is held against. */
export async function startBare(running: Running): Promise<string> {
  const script = fileURLToPath(new URL('bare-worker.js', import.meta.url))
  return (await running.add(runWorker({ script, vars: {} }))).url
}

/** The demo data behind a libSQL server in a process of its own, as `npm start` has it. Gives its address. */
export async function startDatabase(running: Running, influencers: number): Promise<string> {
  const { file } = await running.add(demoDatabase(influencers))
  return (await running.add(startLibsqlProcess(file))).url
}

/** Redis, or what stands in for it, in a process of its own. */
export async function startCache(running: Running): Promise<Record<string, string>> {
  const { url } = await running.add(startPart('Redis', redisProcess, { token: 'bench' }))
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

const redisProcess = new URL('../../local/redis-process.ts', import.meta.url)
