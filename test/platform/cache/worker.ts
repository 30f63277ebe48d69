import { type Cache, openCache } from '../../../src/platform/cache/cache.ts'

interface Env {
  readonly UPSTASH_REDIS_REST_URL: string
  readonly UPSTASH_REDIS_REST_TOKEN: string
  readonly TURSO_DATABASE_URL: string
  /** Where what is computed comes from; it takes its time. */
  readonly ORIGIN: string
}

/** What `workerd.test.ts` runs: nothing but the cache, with computations that do I/O as a page's do. */
export default {
  async fetch(
    request: Request,
    env: Env,
    context: { waitUntil: (work: Promise<unknown>) => void },
  ): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const isDoomed = searchParams.has('doomed')
    const cache = openCache(env, {
      waitUntil: (work) => (isDoomed ? undefined : context.waitUntil(work)),
      timeout: 1_000,
    })
    if (pathname === '/invalidate') {
      await cache.invalidate(['campaigns'])
      return new Response('invalidated')
    }
    const reading = read(cache, env, searchParams.get('page'))
    // Answers before it has what it started: workerd then ends all that is not kept going.
    if (isDoomed || searchParams.has('hasty')) return new Response('gone')
    return Response.json(await reading)
  },
}

function read(cache: Cache, { ORIGIN }: Env, page: string | null) {
  return cache.getOrSet(['campaigns'], { page }, async () => (await fetch(ORIGIN)).text())
}
