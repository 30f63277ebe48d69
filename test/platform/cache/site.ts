import { type Cache, openCache } from '../../../src/platform/cache/cache.ts'
import type { FaultyRedis } from './faulty-redis.ts'

/** An isolate of the Worker: its requests share what module-level state there is, and nothing else. */
export interface TestIsolate {
  /** One request's cache. */
  request(): Cache
  /** Until what goes on after the answers has ended. */
  quiet(): Promise<void>
}

/**
 * `build`: which upload of the Worker it runs; `timeout`: milliseconds. A busy machine may well need more than
 * visitors are asked for, for a Redis that has no fault.
 */
export function makeIsolate(
  { url, token }: Pick<FaultyRedis, 'url' | 'token'>,
  { build = 'one', timeout = 5_000 } = {},
): TestIsolate {
  const env = {
    UPSTASH_REDIS_REST_URL: url,
    UPSTASH_REDIS_REST_TOKEN: token,
    TURSO_DATABASE_URL: 'libsql://parley.example',
    CF_VERSION_METADATA: { id: build },
  }
  const after = new Set<Promise<unknown>>()
  return {
    request: () => openCache(env, { waitUntil: (work) => after.add(work), timeout }),
    async quiet() {
      while (after.size > 0) {
        const work = [...after]
        await Promise.all(work)
        for (const one of work) after.delete(one)
      }
    },
  }
}

/** Something to compute, that counts how often it was. */
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
