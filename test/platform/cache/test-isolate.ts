import { type Cache, openCache } from '../../../src/platform/cache/cache.ts'
import type { FaultyRedis } from './faulty-redis.ts'

/** An isolate of the Worker. Its requests share the isolate's part of the cache, and nothing else. */
export interface TestIsolate {
  /** The cache of a new request. */
  request(): Cache
  /** Waits for the work that goes on in the background after the answers. */
  settle(): Promise<void>
}

/**
 * `build` is the version id of the Worker. `timeout` is how many milliseconds the next command may take. It is longer
 * than in production, because a busy machine may be slow even if Redis has no fault.
 */
export function makeIsolate(
  { url, token }: Pick<FaultyRedis, 'url' | 'token'>,
  { build = 'one', timeout = () => 10_000 }: { build?: string; timeout?: () => number } = {},
): TestIsolate {
  const env = {
    UPSTASH_REDIS_REST_URL: url,
    UPSTASH_REDIS_REST_TOKEN: token,
    get REDIS_TIMEOUT_MS() {
      return timeout()
    },
    TURSO_DATABASE_URL: 'libsql://parley.example',
    CF_VERSION_METADATA: { id: build },
  }
  const background = new Set<Promise<unknown>>()
  return {
    request: () => openCache(env, { waitUntil: (work) => background.add(work) }),
    async settle() {
      while (background.size > 0) {
        const all = [...background]
        await Promise.all(all)
        for (const work of all) background.delete(work)
      }
    },
  }
}

/** Counts how often `compute` runs. */
export function counted<Value>(compute: (time: number) => Value | Promise<Value>) {
  const counting = {
    times: 0,
    compute: async () => {
      counting.times++
      return await compute(counting.times)
    },
  }
  return counting
}

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
