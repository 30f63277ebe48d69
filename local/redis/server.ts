import { type Address, listen } from '../servers/listen.ts'
import type { RedisBackend } from './backend.ts'
import { openMemory } from './memory.ts'
import { connectRedis, spawnRedis } from './redis-server.ts'
import { restApp } from './rest.ts'

export interface RedisStandIn {
  readonly url: string
  readonly token: string
  /** What it runs on, for the start banner. */
  readonly backend: string
  /** Rejects with a readable message if the backend ends on its own. */
  readonly lost: Promise<never>
  close(): Promise<void>
}

interface Options extends Address {
  readonly token?: string
  /** `redis://…` uses a running Redis, `memory:` uses none. REDIS_URL by default. */
  readonly redisUrl?: string | undefined
}

/**
 * Upstash's REST protocol over the Redis at `redisUrl`, a new redis-server, or an in-memory substitute, in this order.
 * Throws if the Redis at `redisUrl` does not answer, or if the port is in use.
 */
export async function startRedis({
  token = 'local',
  redisUrl = process.env.REDIS_URL,
  ...address
}: Options = {}): Promise<RedisStandIn> {
  const backend = await openBackend(redisUrl)
  try {
    const server = await listen(restApp(backend, token), address)
    return {
      url: server.url,
      token,
      backend: backend.name,
      lost: backend.lost,
      async close() {
        await server.close()
        await backend.close()
      },
    }
  } catch (error) {
    await backend.close()
    throw error
  }
}

async function openBackend(redisUrl: string | undefined): Promise<RedisBackend> {
  if (redisUrl === 'memory:') return openMemory()
  if (redisUrl !== undefined && redisUrl !== '') return connectRedis(redisUrl)
  return (await spawnRedis()) ?? openMemory()
}
