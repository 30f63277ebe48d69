import { type Cache, openCache } from '../../../src/platform/cache/cache.ts'
import type { CacheEnv } from '../../../src/platform/cache/redis.ts'

interface Env extends Omit<CacheEnv, 'REDIS_TIMEOUT_MS'> {
  /** The URL that computations fetch their value from. It is slow. */
  readonly ORIGIN: string
}

/** The cache knows its isolate by this object. */
let cacheEnv: CacheEnv | null = null

/** The Worker of `workerd.test.ts`: only the cache, with computations that do I/O as pages do. */
export default {
  async fetch(
    request: Request,
    env: Env,
    context: { waitUntil: (work: Promise<unknown>) => void },
  ): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const isEndedEarly = searchParams.has('no-wait-until')
    cacheEnv ??= { ...env, REDIS_TIMEOUT_MS: 1_000 }
    const cache = openCache(cacheEnv, {
      waitUntil: (work) => (isEndedEarly ? undefined : context.waitUntil(work)),
    })
    if (pathname === '/invalidate') {
      await cache.invalidate(['campaigns'])
      return new Response('invalidated')
    }
    const reading = read(cache, env, searchParams.get('page'))
    // Answers before the read is done. workerd then stops all work that `waitUntil` does not keep alive.
    if (isEndedEarly || searchParams.has('early')) return new Response('answered early')
    return Response.json(await reading)
  },
}

function read(cache: Cache, { ORIGIN }: Env, page: string | null) {
  return cache.getOrSet(['campaigns'], { page }, async () => (await fetch(ORIGIN)).text())
}
