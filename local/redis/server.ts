import { type Address, listen } from '../servers/listen.ts'
import type { RedisBackend } from './backend.ts'
import { openMemory } from './memory.ts'
import { connectRedis, spawnRedis } from './redis-server.ts'
import { restApp } from './rest.ts'

export interface RedisStandIn {
  readonly url: string
  readonly token: string
  /** What is behind it, for the start banner. */
  readonly backend: string
  /** Rejects, with words for a person, when what is behind it ends by itself. */
  readonly lost: Promise<never>
  close(): Promise<void>
}

interface Options extends Address {
  readonly token?: string
  /** `redis://…` uses a running Redis, `memory:` none at all; REDIS_URL by default. */
  readonly redisUrl?: string | undefined
}

/**
 * Upstash's REST protocol over a Redis: the one of `redisUrl`, else a redis-server started for it, else one in
 * memory. Throws when `redisUrl` names one that doesn't answer, or when the port is taken.
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
