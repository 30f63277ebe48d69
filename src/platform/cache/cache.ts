import { type CacheEnv, type Isolate, isolateOf } from './isolate.ts'
import type { Namespace } from './namespaces.ts'
import type { LookUp } from './redis.ts'
import { parseValue, serialize } from './serialize.ts'
import type { WaitUntil } from './single-flight.ts'

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
  /** Milliseconds that a visitor waits for Redis. The first request of an isolate sets it for all. */
  readonly timeout?: number
}

/** Milliseconds. Redis may delay a page by 150 ms, and timers fire a little late. */
const TIMEOUT = 140
/** Milliseconds to wait for another request's computation. */
const COMPUTE_TIMEOUT = 1000
const MAX_BYTES = 64 * 1024

/** The cache for one request. Bypasses everything if `env` has no Redis. */
export function openCache(
  env: CacheEnv,
  { waitUntil: wait, onStatus = () => undefined, timeout = TIMEOUT }: Options,
): Cache {
  const isolate = isolateOf(env, timeout)
  const waitUntil: WaitUntil = (work) => wait(work.catch(() => undefined))

  async function invalidate(stale: readonly Namespace[]): Promise<void> {
    if (!isolate || stale.length === 0) return
    const invalidating = isolate.breaker.invalidate(stale)
    waitUntil(invalidating)
    if (!(await invalidating)) waitUntil(isolate.breaker.keepTryingToClose())
  }

  return {
    async getOrSet(used, key, compute, { seconds = 60 } = {}) {
      const answer = isolate
        ? await getOrSet(isolate, { namespaces: used, key, compute, seconds }, waitUntil)
        : await noCache.getOrSet(used, key, compute)
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

/** The same type if JSON can represent it. A field that is undefined is left out of the JSON. */
type Json<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date | bigint | symbol | ((...args: never[]) => unknown)
    ? never
    : { [Name in keyof Value]: Json<Value[Name]> }

interface Entry<Value> {
  readonly namespaces: readonly Namespace[]
  readonly key: object
  readonly compute: () => Promise<Value>
  readonly seconds: number
}

async function getOrSet<Value>(
  isolate: Isolate,
  entry: Entry<Value>,
  waitUntil: WaitUntil,
): Promise<{ value: Value; status: CacheStatus }> {
  const entryKey = isolate.entryKey(entry.namespaces, entry.key)
  const found = await lookUp(isolate, entry.namespaces, entryKey, waitUntil)
  if (!found) return { value: await entry.compute(), status: 'bypass' }
  const stored = parseValue<Value>(found.text)
  if (stored) return { ...stored, status: 'hit' }
  const { versions } = found
  if (versions === null) return { value: await entry.compute(), status: 'miss' }

  const flight = `${entryKey}\n${versions}`
  const joined = await isolate.computations.join(flight, { timeout: COMPUTE_TIMEOUT, waitUntil })
  const shared = parseValue<Value>(joined)
  if (shared) return { ...shared, status: 'hit' }

  const computing = entry.compute()
  const text = computing.then(serialize, () => null)
  const storing = text.then((text) => store(isolate, entryKey, versions, text, entry.seconds))
  // Other requests can join until the value is stored, because they would not find it in Redis before.
  isolate.computations.start(flight, text, { waitUntil, until: storing })
  waitUntil(computing)
  return { value: await computing, status: 'miss' }
}

async function lookUp(
  { timeout, breaker, redis, versionKey, lookUps }: Isolate,
  used: readonly Namespace[],
  entryKey: string,
  waitUntil: WaitUntil,
): Promise<LookUp | null> {
  if (breaker.state !== 'closed') {
    waitUntil(breaker.tryToClose())
    return null
  }
  const send = () => breaker.run(() => redis.lookUp(used.map(versionKey), entryKey))
  return lookUps.startOrJoinNext(entryKey, send, { timeout, waitUntil })
}

async function store(
  { breaker, redis }: Isolate,
  entryKey: string,
  versions: string,
  text: string | null,
  seconds: number,
): Promise<void> {
  if (text === null || Buffer.byteLength(text) > MAX_BYTES) return
  await breaker.run(() => redis.store(entryKey, versions, text, seconds))
}
