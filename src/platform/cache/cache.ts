import { CircuitBreaker } from './circuit-breaker.ts'
import type { Namespace } from './namespaces.ts'
import { type CacheEnv, CacheRedis } from './redis.ts'
import { type Run, SingleFlight, type WaitUntil } from './single-flight.ts'

/** `hit`: another request computed it. `miss`: computed and stored now. `bypass`: computed and not stored. */
export type CacheStatus = 'hit' | 'miss' | 'bypass'

export interface Cache {
  /**
   * Returns the stored value, or computes it. `namespaces` names all data that the value is made from, and `key` holds
   * all that it depends on. The order of the key's fields does not matter. The value must not be private. It is
   * stored for `seconds` (60 by default), unless it is larger than 64 KB. A type that JSON cannot represent does not
   * compile.
   *
   * Throws only what `compute` throws. An isolate runs only one computation for a key at a time.
   */
  getOrSet<Value>(
    namespaces: readonly Namespace[],
    key: object,
    compute: () => Promise<Value & (undefined extends Value ? never : Json<Value>)>,
    options?: { readonly seconds?: number },
  ): Promise<{ value: Value; status: CacheStatus }>

  /**
   * Makes everything in these namespaces stale, for all isolates, before it resolves. Never throws. If Redis cannot
   * be reached, the invalidation is retried in the background, and this isolate bypasses Redis until it succeeds.
   * Until then, an isolate that can reach Redis may return stale values that have not expired.
   */
  invalidate(namespaces: readonly Namespace[]): Promise<void>

  /**
   * Runs a write, then invalidates. Also invalidates if the write throws, because the change may have been made even
   * if the answer was lost. Completes even if the visitor hangs up.
   */
  invalidateAfter<Result>(namespaces: readonly Namespace[], write: () => Promise<Result>): Promise<Result>
}

interface Options {
  readonly waitUntil: WaitUntil
  readonly onStatus?: (status: CacheStatus) => void
}

const MAX_BYTES = 64 * 1024

/** The cache for one request. Bypasses everything if `env` has no Redis. */
export function openCache(env: CacheEnv, { waitUntil: wait, onStatus = () => undefined }: Options): Cache {
  const isolate = isolateOf(env)
  const waitUntil: WaitUntil = (work) => wait(work.catch(() => undefined))

  async function invalidate(stale: readonly Namespace[]): Promise<void> {
    if (!isolate || stale.length === 0) return
    const invalidating = isolate.breaker.invalidate(stale)
    waitUntil(invalidating)
    if (!(await invalidating)) waitUntil(isolate.breaker.keepTryingToClose())
  }

  return {
    async getOrSet(used, key, compute, { seconds = 60 } = {}) {
      const found = isolate && (await findOrStore(isolate, { used, key, compute, seconds }, waitUntil))
      const answer = found
        ? { value: JSON.parse(found.json), status: found.status }
        : { value: await compute(), status: 'bypass' as const }
      onStatus(answer.status)
      return answer
    },
    invalidate,
    invalidateAfter(stale, write) {
      const work = write().finally(() => invalidate(stale))
      waitUntil(work)
      return work
    },
  }
}

export const noCache: Cache = {
  getOrSet: async (_namespaces, _key, compute) => ({ value: await compute(), status: 'bypass' }),
  invalidate: async () => undefined,
  invalidateAfter: (_namespaces, write) => write(),
}

/** The state that the requests of an isolate share. It holds no connection or body, which belong to one request. */
interface Isolate {
  readonly redis: CacheRedis
  readonly breaker: CircuitBreaker
  readonly flights: SingleFlight<Found | null>
}

/** The value as JSON: requests share no objects, and all of them get the same. */
interface Found {
  readonly json: string
  readonly status: CacheStatus
}

const isolates = new WeakMap<CacheEnv, Isolate>()

/** The state for `env`, which is the same object in all requests of an isolate. Null if `env` has no Redis. */
function isolateOf(env: CacheEnv): Isolate | null {
  if (!env.UPSTASH_REDIS_REST_URL) return null
  const known = isolates.get(env)
  if (known) return known
  const redis = new CacheRedis(env)
  const isolate = { redis, breaker: new CircuitBreaker(redis), flights: new SingleFlight<Found | null>() }
  isolates.set(env, isolate)
  return isolate
}

interface Entry {
  readonly used: readonly Namespace[]
  readonly key: object
  readonly compute: () => Promise<unknown>
  readonly seconds: number
}

/** The stored value, or the computed one. Null if Redis cannot be used, or another request takes too long. */
async function findOrStore(
  { redis, breaker, flights }: Isolate,
  { used, key, compute, seconds }: Entry,
  waitUntil: WaitUntil,
): Promise<Found | null> {
  if (breaker.isOpen) {
    waitUntil(breaker.tryToClose())
    return null
  }
  const entryKey = redis.entryKey(used, key)
  const work = async (): Promise<Run<Found | null>> => {
    const found = await breaker.run(() => redis.lookUp(used, entryKey))
    if (found === null) return { result: null }
    const { versions, json: stored } = found
    if (stored !== null) return { result: { json: stored, status: 'hit' } }

    const json = JSON.stringify(await compute())
    const result: Found = { json, status: 'miss' }
    if (versions === null || Buffer.byteLength(json) > MAX_BYTES) return { result }
    return { result, ended: breaker.run(() => redis.store(entryKey, versions, json, seconds)) }
  }
  return flights.run(entryKey, work, waitUntil)
}

/** The same type if JSON can represent it. A field that is undefined is left out of the JSON. */
type Json<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date | bigint | symbol | ((...args: never[]) => unknown)
    ? never
    : { [Name in keyof Value]: Json<Value[Name]> }
